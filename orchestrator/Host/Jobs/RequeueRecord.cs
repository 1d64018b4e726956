using System.Text;
using System.Text.Json;

namespace Espero.Orchestrator.Jobs;

/// <summary>A re-queuing as it is kept: what was asked, to know a repetition from another wish, and what was answered.</summary>
internal sealed record RequeueRecord(string Asked, IReadOnlyList<RequeuedJob> Jobs)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static string Fingerprint(RequeueWish wish) => new StringBuilder()
        .AppendJoin(' ', wish.JobIds.Order()).Append('|')
        .AppendJoin(' ', wish.States.Order()).Append('|')
        .Append(wish.SiteId).Append('|')
        .Append(wish.FailureClass).Append('|')
        .Append(wish.RequeuedBy).Append('|')
        .Append(wish.Reason)
        .ToString();

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static RequeueRecord FromJson(string json) => JsonSerializer.Deserialize<RequeueRecord>(json, Json)!;
}
