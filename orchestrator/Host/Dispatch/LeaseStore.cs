using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;
using Npgsql;

namespace Espero.Orchestrator.Dispatch;

/// <summary>Takes back what silent stations hold, and gives back what they turn out to be still at.</summary>
internal sealed class LeaseStore(NpgsqlDataSource database, TimeProvider time)
{
    private static readonly string SilentSql = $"""
        select {JobMoves.Columns} from job
        where state in ('offered', 'granted')
            and station_id in (select station_id from station where last_heard_at < $1)
            and not exists ({ParkedAttempts.Of("job", "$2")})
        order by job_id
        for update skip locked
        """;

    /// <summary>Moves the jobs of stations that were silent for a whole lease; how many.</summary>
    public async Task<int> ExpireAsync(TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var held = await JobMoves.ReadAsync(connection, SilentSql, [new() { Value = now - lease }, new() { Value = now }], cancellationToken);
        var moves = held.Select(job => JobMove.Decide(job, JobTrigger.LoseLease, "espero")).OfType<JobMove>().ToArray();
        await JobMoves.ApplyAsync(connection, moves, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return moves.Length;
    }

    /// <summary>A station that came back says which attempts it is at: those are not interrupted after all.</summary>
    public async Task FoundRunningAsync(
        string stationId, IReadOnlyList<(Guid JobId, long Epoch)> running, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var jobs = await JobMoves.LockAsync(connection, [.. running.Select(one => one.JobId)], cancellationToken);
        var moves = jobs
            .Where(job => job.StationId == stationId && running.Contains((job.JobId, job.Epoch)))
            .Select(job => JobMove.Decide(job, JobTrigger.FindRunning, stationId))
            .OfType<JobMove>()
            .ToArray();
        await JobMoves.ApplyAsync(connection, moves, time.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
