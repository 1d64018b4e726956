using Espero.Orchestrator.Contracts;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;
using Npgsql;
using NpgsqlTypes;

namespace Espero.Orchestrator.Ledger;

/// <summary>
/// Attempts that a database restored from a backup had forgotten, as the journals of their stations tell of them: the job follows
/// the journal, or it would be offered again and again to a station that is at it.
/// </summary>
internal sealed class ForgottenAttempts
{
    // Only a station of the job's own site is believed, and only a release that stands lets a job be called granted.
    private const string StandingReleaseSql = """
        select job.job_id, station.station_id, release.release_id
        from unnest($1::uuid[], $2::text[]) as told (job_id, station_id)
        join job using (job_id)
        join station on station.station_id = told.station_id and station.site_id = job.site_id
        join release on release.phone_id = job.phone_id and release.ended_at is null
        """;

    private static readonly ForgottenAttempts None = new([]);

    private readonly Dictionary<(Guid JobId, string StationId), Guid> _releases;

    private ForgottenAttempts(Dictionary<(Guid JobId, string StationId), Guid> releases) => _releases = releases;

    /// <param name="jobs">As they are before any of the facts moved them.</param>
    public static async Task<ForgottenAttempts> ReadAsync(
        NpgsqlConnection connection, IReadOnlyList<StationFact> facts, Dictionary<Guid, JobRow> jobs, CancellationToken cancellationToken)
    {
        var told = facts
            .Where(fact => FactSubject.Of(fact) is { } subject && jobs.TryGetValue(subject.JobId, out var job) && Tells(fact, subject, job))
            .Select(fact => (FactSubject.Of(fact)!.JobId, fact.StationId))
            .Distinct()
            .ToArray();
        if (told.Length == 0)
        {
            return None;
        }

        await using var command = new NpgsqlCommand(StandingReleaseSql, connection);
        command.Parameters.Add(new() { Value = told.Select(one => one.JobId).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = told.Select(one => one.StationId).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var releases = new Dictionary<(Guid, string), Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            releases[(reader.GetGuid(0), reader.GetString(1))] = reader.GetGuid(2);
        }

        return new ForgottenAttempts(releases);
    }

    /// <summary>To granted, as the job was before the backup; null when nothing was forgotten or no release stands.</summary>
    public JobMove? MoveOf(StationFact fact, FactSubject subject, JobRow job) =>
        Tells(fact, subject, job)
        && _releases.TryGetValue((job.JobId, fact.StationId), out var releaseId)
        && JobMove.Decide(job, JobTrigger.FindBegun, fact.StationId) is { } move
            ? move with
            {
                Epoch = subject.Epoch,
                StationId = fact.StationId,
                PortPath = fact.AttemptBegun?.PortPath,
                ReleaseId = releaseId,
            }
            : null;

    // An interruption tells it too: facts may come in any order. What was offered under this epoch had not been granted as far as
    // this database knows; a lower epoch than the job's is old news.
    private static bool Tells(StationFact fact, FactSubject subject, JobRow job) =>
        (fact.AttemptBegun is not null || fact.AttemptInterrupted is not null)
        && (subject.Epoch > job.Epoch || (subject.Epoch == job.Epoch && job.State is JobState.Offered));
}
