using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;
using Espero.Orchestrator.Fleet;
using Npgsql;

namespace Espero.Orchestrator.Jobs;

/// <summary>Ends the release of a phone that goes back to its owner, and takes it out of the queue, and forgets what it said, in the same commit.</summary>
internal sealed class HandBackStore(NpgsqlDataSource database, TimeProvider time)
{
    private const string PhoneExistsSql = "select phone_id from phone where phone_id = $1";

    private const string LockOpenSql = $"""
        select {JobMoves.Columns} from job
        where phone_id = $1 and state in ('waiting', 'queued', 'offered', 'granted', 'interrupted')
        order by job_id for update
        """;

    private const string EndSql = """
        update release set ended_at = $2, ended_because = 'handed-back', ended_by = $3
        where phone_id = $1 and ended_at is null
        returning release_id
        """;

    /// <returns>The id of the release that ended.</returns>
    public async Task<Answer<Guid>> HandBackAsync(Guid phoneId, string handedBackBy, CancellationToken cancellationToken)
    {
        if (PersonRules.CheckName(handedBackBy) is { } refusal)
        {
            return refusal;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await connection.Statement(PhoneExistsSql, phoneId).FirstAsync<Guid?>(row => row.GetGuid(0), cancellationToken) is null)
        {
            return JobRefusals.UnknownPhone(phoneId);
        }

        // Jobs before releases, as the grant locks them: whichever commits first, the other sees it.
        var jobs = await JobMoves.ReadAsync(connection, LockOpenSql, [new() { Value = phoneId }], cancellationToken);
        if (jobs.Find(job => job.State is JobState.Granted or JobState.Interrupted) is { } writing)
        {
            return JobRefusals.BeingWritten(writing.JobId, writing.State);
        }

        var now = time.GetUtcNow();
        var ended = await connection.Statement(EndSql, phoneId, now, handedBackBy.Trim()).FirstAsync<Guid?>(row => row.GetGuid(0), cancellationToken);
        if (ended is not { } releaseId)
        {
            return JobRefusals.NotReleased();
        }

        await UnlockCodeRows.ForgetAsync(connection, phoneId, cancellationToken);
        await JobMoves.ApplyAsync(connection, LoseRelease(jobs, handedBackBy.Trim(), now), now, cancellationToken);
        await PhoneFactStore.ForgetAsync(connection, phoneId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return releaseId;
    }

    private static List<JobMove> LoseRelease(List<JobRow> jobs, string by, DateTimeOffset now) =>
        [.. jobs.Select(job => JobMove.Back(job, JobTrigger.LoseRelease, by, WaitsFor.Release, now)).OfType<JobMove>()];
}
