using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Recipes.Compiling;

/// <summary>A compiled step that still knows where it was written. Its id may be empty until all ids are known.</summary>
internal sealed record StepDraft(
    Step Step, Verb Verb, SourceNode Node, SourceNode? IdNode, ImmutableArray<FileMention> Files, ImmutableArray<StepDraft> Fallback)
{
    /// <summary>The step, then its fallbacks, in the order of the file.</summary>
    public IEnumerable<StepDraft> Flatten() => Fallback.SelectMany(draft => draft.Flatten()).Prepend(this);
}
