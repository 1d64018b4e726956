using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Answers;

/// <summary>Why a person's wish is not carried out: what happened, why, what to do, who acts.</summary>
internal sealed record Refusal(RefusalKind Kind, Sentence Sentence)
{
    public static Refusal Usage(string english, string french) => new(RefusalKind.Usage, new Sentence(english, french));

    public static Refusal NotFound(string english, string french) => new(RefusalKind.NotFound, new Sentence(english, french));

    public static Refusal Forbidden(string english, string french) => new(RefusalKind.Forbidden, new Sentence(english, french));
}
