using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;
using Espero.Orchestrator.Jobs.Unlocks;
using Espero.Orchestrator.Links;
using Npgsql;

namespace Espero.Orchestrator.Dispatch;

/// <summary>Answers stations that ask to begin. The grant is one commit: the epoch, the offer and the release are checked in it.</summary>
internal sealed class GrantStore(NpgsqlDataSource database, UnlockCodeStore codes, TimeProvider time)
{
    // Locked, so that a hand-back cannot slip in between this look and the grant.
    private const string StandingReleaseSql = """
        select release_id, phone_id, released_by, released_at, printed_model from release where phone_id = $1 and ended_at is null for share
        """;

    private const string ReleaseSql =
        "select release_id, phone_id, released_by, released_at, printed_model from release where release_id = $1";

    private const string GrantedSql = "update attempt set granted_at = $3 where job_id = $1 and epoch = $2";

    private const string AlertSql = "update job set alert = $2 where job_id = $1";

    /// <summary>A grant, or the order to forget the attempt.</summary>
    public async Task<StationOrder> AcceptedAsync(string stationId, Guid jobId, long epoch, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var job = (await JobMoves.LockAsync(connection, [jobId], cancellationToken)).SingleOrDefault();
        var answer = job is null || job.StationId != stationId || job.Epoch != epoch
            ? new StationOrder.Withdraw(jobId, epoch)
            : await AnswerAsync(connection, job, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return answer;
    }

    /// <summary>The station cannot begin: the job goes back, and rests a moment.</summary>
    /// <param name="alert">Why a person must act; null when time alone may help.</param>
    public async Task DeclinedAsync(
        string stationId, Guid jobId, long epoch, string reason, string? alert, TimeSpan pause, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var job = (await JobMoves.LockAsync(connection, [jobId], cancellationToken)).SingleOrDefault();
        if (job is not null && job.StationId == stationId && job.Epoch == epoch
            && JobMove.Decide(job, JobTrigger.Decline, stationId) is { } move)
        {
            var now = time.GetUtcNow();
            await JobMoves.ApplyAsync(connection, [move with { Reason = reason, NotBefore = now + pause }], now, cancellationToken);
            if (alert is not null)
            {
                await using var alerted = new NpgsqlCommand(AlertSql, connection) { Parameters = { new() { Value = jobId }, new() { Value = alert } } };
                await alerted.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<StationOrder> AnswerAsync(NpgsqlConnection connection, JobRow job, CancellationToken cancellationToken)
    {
        if (job.State is JobState.Granted)
        {
            // Granted before, and the word was lost: the station's journal sees to it that it begins once.
            var granted = await ReadReleaseAsync(connection, ReleaseSql, job.ReleaseId!.Value, cancellationToken);
            return await GrantAsync(connection, job, granted!, cancellationToken);
        }

        var now = time.GetUtcNow();
        if (job.State is JobState.Interrupted)
        {
            // Its grant and then its lease were lost. It asks, so it has not begun: the phone is as it was.
            await JobMoves.ApplyAsync(connection, [JobMove.Decide(job, JobTrigger.FindUntouched, job.StationId!)!], now, cancellationToken);
            return new StationOrder.Withdraw(job.JobId, job.Epoch);
        }

        if (job.State is not JobState.Offered)
        {
            return new StationOrder.Withdraw(job.JobId, job.Epoch);
        }

        if (await ReadReleaseAsync(connection, StandingReleaseSql, job.PhoneId, cancellationToken) is not { } release)
        {
            var lost = JobMove.Back(job, JobTrigger.LoseRelease, "espero", WaitsFor.Release, now)!;
            await JobMoves.ApplyAsync(connection, [lost], now, cancellationToken);
            return new StationOrder.Withdraw(job.JobId, job.Epoch);
        }

        var grant = JobMove.Decide(job, JobTrigger.Grant, "espero")! with { ReleaseId = release.ReleaseId };
        await JobMoves.ApplyAsync(connection, [grant], now, cancellationToken);
        await using var noted = new NpgsqlCommand(GrantedSql, connection)
        {
            Parameters = { new() { Value = job.JobId }, new() { Value = job.Epoch }, new() { Value = now } },
        };
        await noted.ExecuteNonQueryAsync(cancellationToken);
        return await GrantAsync(connection, job, release, cancellationToken);
    }

    private async Task<StationOrder> GrantAsync(
        NpgsqlConnection connection, JobRow job, GrantedRelease release, CancellationToken cancellationToken) =>
        new StationOrder.Grant(job.JobId, job.Epoch, release, await codes.OfJobAsync(connection, job.JobId, cancellationToken));

    private static async Task<GrantedRelease?> ReadReleaseAsync(
        NpgsqlConnection connection, string sql, Guid id, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = id } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new GrantedRelease(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3), reader.GetString(4))
            : null;
    }
}
