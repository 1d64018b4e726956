using System.Collections.Frozen;

namespace Espero.Orchestrator.Dashboard.Public;

/// <summary>What the public may see: one page, what it is drawn with, and the same answer for programs. Everything else is not there.</summary>
internal static class PublicPages
{
    public const string Verdict = "/verdict";
    private const string VerdictForPrograms = "/v1/verdict";
    private const string ModelField = "model";

    private static readonly FrozenSet<string> Assets = FrozenSet.Create("/assets/site.css", "/assets/icons.svg", "/assets/favicon.svg");

    public static bool AreAskedBy(HttpRequest request) => HttpMethods.IsGet(request.Method) && request.Path.Value switch
    {
        Verdict => true,
        VerdictForPrograms => request.Query.Keys.All(key => key == ModelField), // never about one phone
        { } path => Assets.Contains(path),
        null => false,
    };

    /// <summary>The page itself, wherever it is asked for; and whatever comes in where the public does.</summary>
    public static bool IsForVisitors(HttpContext context) => PublicVisit.Is(context) || context.Request.Path == Verdict;

    /// <summary>Costs a look into the data sets and the database.</summary>
    public static bool IsQuestion(HttpContext context) =>
        context.Request.Path == Verdict || (PublicVisit.Is(context) && context.Request.Path == VerdictForPrograms);
}
