using System.Collections.Immutable;

namespace Espero.Station.Recipes.Builds;

/// <summary>
/// Where the files of a recipe come from: the draft of a <see cref="Build"/>, which it becomes when every file is here and
/// measured. Only here an address may stand; a recipe holds none.
/// </summary>
/// <param name="Name">Of the operating system; at most 100 characters.</param>
/// <param name="Models">"vendor/codename", as the build will name them.</param>
/// <param name="Files">In the order in which the source names them; each name once.</param>
public sealed record OriginList(string Name, ImmutableArray<string> Models, ImmutableArray<OriginFile> Files);
