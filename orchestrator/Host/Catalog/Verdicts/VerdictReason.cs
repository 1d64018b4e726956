using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>Why the answer is as it is.</summary>
/// <param name="Source">Who says so: a data set and its file, or the phone itself.</param>
internal sealed record VerdictReason(Sentence Sentence, string Source);
