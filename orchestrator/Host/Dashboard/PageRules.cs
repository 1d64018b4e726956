using Espero.Orchestrator.Dashboard.Public;
using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Database;
using Npgsql;

namespace Espero.Orchestrator.Dashboard;

/// <summary>What holds for every page: its headers, and that a database that is away is said, not shown as a crash.</summary>
internal sealed class PageRules : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        PageHeaders.Set(context.HttpContext.Response.Headers);
        try
        {
            return await next(context);
        }
        catch (NpgsqlException e) when (DatabaseAway.Is(e))
        {
            var sentence = PublicPages.IsForVisitors(context.HttpContext) ? PageTexts.AwayForVisitors : PageTexts.DatabaseAway;
            return ProblemAnswer.Of(
                context.HttpContext, StatusCodes.Status503ServiceUnavailable, PageTexts.DatabaseAwayTitle, sentence);
        }
    }
}
