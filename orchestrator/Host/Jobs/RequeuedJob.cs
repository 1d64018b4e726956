using System.Text.Json.Serialization;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Jobs;

/// <summary>What became of one job of a re-queuing.</summary>
/// <param name="Refusal">Null when it was re-queued.</param>
internal sealed record RequeuedJob(Guid JobId, Sentence? Refusal)
{
    [JsonIgnore]
    public bool Requeued => Refusal is null;
}
