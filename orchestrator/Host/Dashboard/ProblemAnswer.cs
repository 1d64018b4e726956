using Espero.Orchestrator.Dashboard.Components;
using Espero.Orchestrator.Dashboard.Public;
using Espero.Orchestrator.Dashboard.Texts;
using Espero.Station.Recipes.Words;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espero.Orchestrator.Dashboard;

/// <summary>Answers with a page that only says what is wrong.</summary>
internal static class ProblemAnswer
{
    public static IResult Of(HttpContext context, int status, Sentence title, Sentence sentence)
    {
        var language = PageLanguage.Of(context.Request.Headers.AcceptLanguage);
        var parameters = new Dictionary<string, object?>
        {
            [nameof(ProblemPage.Language)] = language,
            [nameof(ProblemPage.IsForVisitors)] = PublicPages.IsForVisitors(context),
            [nameof(ProblemPage.Title)] = language.Say(title),
            [nameof(ProblemPage.Sentence)] = language.Say(sentence),
        };
        return new RazorComponentResult<ProblemPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }
}
