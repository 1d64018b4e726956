using System.Collections.Immutable;

namespace Espero.Fuzz;

/// <summary>Every parser that faces a phone, or files from elsewhere.</summary>
public static class FuzzTargets
{
    public static ImmutableArray<FuzzTarget> All { get; } =
        [.. FastbootTargets.All, .. FormatTargets.All, .. AdbTargets.All, .. TextTargets.All, .. RecipeTargets.All];

    public static FuzzTarget? Find(string name) => All.FirstOrDefault(target => target.Name == name);
}
