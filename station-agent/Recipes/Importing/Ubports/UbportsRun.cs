using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Importing.Ubports;

/// <summary>The steps and files of one operating system under one choice.</summary>
internal sealed record UbportsRun(IReadOnlyList<SourceMap> Steps, IReadOnlyList<OriginFile> Files)
{
    /// <summary>Equal for two choices that change nothing.</summary>
    public string Fingerprint { get; } = string.Concat(Steps.Select(step => SourceWriter.Write(step)));
}
