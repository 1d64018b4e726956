using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Source;

/// <summary>Why a file is refused, and where.</summary>
/// <param name="Code">Stable, kebab-case, for programs: "unknown-verb".</param>
/// <param name="FileName">As the caller named it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Sentence">What is wrong, why it matters, what to write instead.</param>
/// <param name="NearestWord">The valid word that was probably meant; null when none is near.</param>
public sealed record SourceError(string Code, string FileName, int Line, int Column, Sentence Sentence, string? NearestWord)
{
    /// <summary>"recipe.yaml:12:5: …", which editors make clickable.</summary>
    public string In(string language) => $"{FileName}:{Line}:{Column}: {Sentence.In(language)}";

    public override string ToString() => $"{In("en")} [{Code}]";
}
