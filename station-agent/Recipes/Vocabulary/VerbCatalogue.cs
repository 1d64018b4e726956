using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Espero.Plan.V1;

namespace Espero.Station.Recipes.Vocabulary;

/// <summary>The closed vocabulary of recipes. What is not here, no station does.</summary>
public static class VerbCatalogue
{
    /// <summary>By group, in the order people read them.</summary>
    public static readonly ImmutableArray<Verb> All =
        [.. StationVerbs.All, .. PhoneVerbs.All, .. LockVerbs.All, .. WriteVerbs.All, .. ProofVerbs.All];

    private static readonly FrozenDictionary<string, Verb> ByName =
        All.ToFrozenDictionary(verb => verb.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Step.VerbOneofCase, Verb> ByField = All.ToFrozenDictionary(verb => verb.Field);

    public static bool TryFind(string name, [NotNullWhen(true)] out Verb? verb) => ByName.TryGetValue(name, out verb);

    /// <summary>The verb of a compiled step; false for a step that says none, or one that a newer vocabulary knows.</summary>
    public static bool TryFind(Step step, [NotNullWhen(true)] out Verb? verb) => ByField.TryGetValue(step.VerbCase, out verb);
}
