using System.Collections.Immutable;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>The answer to "can it be freed?", with everything it rests on.</summary>
/// <param name="Sentence">What follows from the answer, for people.</param>
internal sealed record Verdict(FreedomAnswer Answer, Sentence Sentence)
{
    /// <summary>The answer in a word or two, and what follows from it.</summary>
    public Sentence Whole => Candidates.IsEmpty
        ? VerdictSentences.Whole(VerdictSentences.Word(Answer), Sentence)
        : VerdictSentences.WhichOne(Sentence);

    /// <summary>"vendor/codename"; empty when the model is unknown.</summary>
    public string Model { get; init; } = "";

    /// <summary>What people call it.</summary>
    public string Title { get; init; } = "";

    public ImmutableArray<OfferedSystem> Systems { get; init; } = [];

    /// <summary>What a person must do or have, and what on the phone must work for it.</summary>
    public ImmutableArray<Sentence> Hands { get; init; } = [];

    public ImmutableArray<VerdictReason> Reasons { get; init; } = [];

    /// <summary>Under which the centre keeps what is known of a phone of unknown model; empty otherwise.</summary>
    public string Code { get; init; } = "";

    /// <summary>Models that the word may mean; empty when it means one.</summary>
    public ImmutableArray<string> Candidates { get; init; } = [];

    /// <summary>Of an unknown name: models with a name like it, the likeliest first.</summary>
    public ImmutableArray<string> Near { get; init; } = [];
}
