using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Dashboard.Texts;

/// <summary>A text that depends on a number, which stands at {0}. English uses the first for 1 only, French for 0 and 1.</summary>
public sealed record Counted(Sentence One, Sentence Many);
