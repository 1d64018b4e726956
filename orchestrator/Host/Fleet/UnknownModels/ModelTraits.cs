using System.Text.Json;

namespace Espero.Orchestrator.Fleet.UnknownModels;

/// <summary>What the kept facts of a phone tell of its model, for the central team to add it.</summary>
internal sealed class ModelTraits
{
    private readonly SortedDictionary<string, string> _kept;

    private ModelTraits(SortedDictionary<string, string> kept, string identity) => (_kept, Identity) = (kept, identity);

    /// <summary>The same for every phone of a model that is in the same mode.</summary>
    public string Identity { get; }

    /// <summary>As a JSON object.</summary>
    public string Json => JsonSerializer.Serialize(_kept);

    /// <summary>Null when the facts tell no model: nothing is kept of such a phone.</summary>
    public static ModelTraits? Of(IReadOnlyDictionary<string, string> facts)
    {
        var kept = KeptFacts.Of(facts);
        string[] identifying = [.. kept.Where(fact => KeptFacts.Identifying.Contains(fact.Key)).Select(fact => $"{fact.Key}={fact.Value}")];
        return identifying.Length == 0 ? null : new ModelTraits(kept, string.Join('\n', identifying));
    }
}
