namespace Espero.Station.Recipes.Source;

/// <summary>One key and its value.</summary>
internal sealed record SourceEntry(SourceScalar Key, SourceNode Value);
