using Espero.Orchestrator.Dashboard.Texts;

namespace Espero.Orchestrator.Dashboard.Public;

/// <summary>Keeps what is not for the public from it, and the public from asking without end.</summary>
internal static class PublicFace
{
    public static void UsePublicFace(this WebApplication application)
    {
        application.Use((context, next) =>
            PublicVisit.Is(context) && !PublicPages.AreAskedBy(context.Request) ? NotThereAsync(context) : next(context));
        application.UseRateLimiter();
    }

    private static Task NotThereAsync(HttpContext context)
    {
        PageHeaders.Set(context.Response.Headers);
        return ProblemAnswer.Of(context, StatusCodes.Status404NotFound, PageTexts.NotFoundTitle, PageTexts.OnlyTheVerdict).ExecuteAsync(context);
    }
}
