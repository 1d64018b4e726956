using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Answers;

/// <summary>How a refusal looks over HTTP: a problem document (RFC 9457) whose detail is the sentence.</summary>
internal static class Problem
{
    public static IResult Of(HttpContext context, int status, Sentence sentence) =>
        Results.Problem(sentence.In(Language.Of(context.Request.Headers.AcceptLanguage)), statusCode: status);
}
