using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Recipes.Compiling;

namespace Espero.Station.Recipes.Vocabulary;

/// <summary>One verb of the closed vocabulary.</summary>
/// <param name="Name">The word in a recipe.</param>
/// <param name="Group">What it is about.</param>
/// <param name="Field">The field of <see cref="Step"/> it compiles to.</param>
/// <param name="LosesData">It can lose data, so it stands behind the point of no return.</param>
/// <param name="Keys">Everything a step of this verb may say.</param>
public sealed record Verb(string Name, VerbGroup Group, Step.VerbOneofCase Field, bool LosesData, ImmutableArray<VerbKey> Keys)
{
    /// <summary>The key that a value without any key is read as ("erase: userdata"); null when the keys must be written.</summary>
    public string? ShortKey { get; init; }

    /// <summary>The verb says enough without any key.</summary>
    public bool StandsAlone { get; init; } = Keys.IsEmpty;

    /// <summary>Puts checked arguments into a step.</summary>
    internal Action<Step, Arguments> Compile { get; init; } = static (_, _) => { };
}
