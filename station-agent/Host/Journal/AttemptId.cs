using Espero.Station.V1;

namespace Espero.Station.Journal;

/// <summary>One try at a job. The pair never comes twice.</summary>
internal readonly record struct AttemptId(string JobId, ulong Epoch)
{
    public static AttemptId From(AttemptKey key) => new(key.JobId, key.Epoch);

    public AttemptKey ToKey() => new() { JobId = JobId, Epoch = Epoch };

    public override string ToString() => $"{JobId}/{Epoch}";
}
