using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Database;
using Npgsql;

namespace Espero.Orchestrator.Dashboard;

/// <summary>What holds for every page: nothing from elsewhere runs in it, and a database that is away is said, not shown as a crash.</summary>
internal sealed class PageRules : IEndpointFilter
{
    private const string ContentPolicy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.Vary = "Accept-Language";
        try
        {
            return await next(context);
        }
        catch (NpgsqlException e) when (DatabaseAway.Is(e))
        {
            return ProblemAnswer.Of(
                context.HttpContext, StatusCodes.Status503ServiceUnavailable, PageTexts.DatabaseAwayTitle, PageTexts.DatabaseAway);
        }
    }
}
