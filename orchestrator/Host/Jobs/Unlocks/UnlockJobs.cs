using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;
using Espero.Station.Recipes.Words;
using Npgsql;

namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>What asking a maker does to the phone's open job, inside the caller's transaction.</summary>
internal static class UnlockJobs
{
    private const string Asked = "the maker was asked to let the phone be unlocked";
    private const string Given = "the maker lets the phone be unlocked";
    private const string Refused = "the maker refuses to let the phone be unlocked";

    private const string OpenSql = $"""
        select {JobMoves.Columns} from job where phone_id = $1 and state in ('waiting', 'queued', 'offered', 'granted', 'interrupted')
        for update
        """;

    // A row, not a message: Dispatch says it to the station again after every reconnect. An end outweighs every other wish.
    private const string StopSql = $"""
        with asked as (
            update job set asked = $2, asked_by = $3, asked_reason = $4, not_before = coalesce($5, not_before)
            where job_id = $1 and (asked is null or asked <> 'cancel' and $2 = 'cancel') returning site_id
        )
        select pg_notify('{JobMoves.WakeChannel}', site_id) from asked
        """;

    // The station stops all the same; its job then waits for nothing.
    private const string WaitNoLongerSql = "update job set not_before = $2 where job_id = $1 and asked = 'postpone'";

    /// <summary>Until the date the job rests. A running attempt stops for it if nothing irreversible has begun.</summary>
    public static async Task WaitAsync(
        NpgsqlConnection connection, Guid phoneId, string by, DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await FindAsync(connection, phoneId, cancellationToken) is not { } job)
        {
            return;
        }

        if (IsAtItsStation(job) && due > now)
        {
            await StopAsync(connection, job, "postpone", by, Asked, due, cancellationToken);
        }
        else if (job.State is JobState.Waiting || (job.State is JobState.Queued && due > now))
        {
            // Where the answer comes at once there is no date to wait for; what it waited for it still does.
            var waitsFor = due > now ? WaitsFor.Date : job.WaitsFor;
            await PostponeAsync(connection, job, by, Asked, waitsFor, due, now, cancellationToken);
        }
    }

    /// <summary>The wait is over: the job is looked at now.</summary>
    public static async Task<Sentence> GoOnAsync(
        NpgsqlConnection connection, Guid phoneId, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await FindAsync(connection, phoneId, cancellationToken) is not { } job)
        {
            return UnlockSentences.NoJob;
        }

        if (job.State is JobState.Waiting)
        {
            var waitsFor = job.WaitsFor is WaitsFor.Maker ? WaitsFor.Date : job.WaitsFor;
            await PostponeAsync(connection, job, by, Given, waitsFor, now, now, cancellationToken);
        }
        else if (IsAtItsStation(job))
        {
            await connection.Statement(WaitNoLongerSql, job.JobId, now).RunAsync(cancellationToken);
        }

        return UnlockSentences.GoesOn;
    }

    /// <summary>Nothing will unlock the phone: its job ends, at once or as soon as its station has stopped.</summary>
    public static async Task<Sentence> EndAsync(
        NpgsqlConnection connection, Guid phoneId, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await FindAsync(connection, phoneId, cancellationToken) is not { } job)
        {
            return UnlockSentences.NoJob;
        }

        if (JobMove.Decide(job, JobTrigger.Cancel, by) is not { } cancel)
        {
            await StopAsync(connection, job, "cancel", by, Refused, due: null, cancellationToken);
            return UnlockSentences.Stops;
        }

        await JobMoves.ApplyAsync(connection, [cancel with { Reason = Refused }], now, cancellationToken);
        return UnlockSentences.Ends;
    }

    // An offer can still be granted: the wish is then said at once.
    private static bool IsAtItsStation(JobRow job) => job.State is JobState.Offered or JobState.Granted or JobState.Interrupted;

    private static async Task<JobRow?> FindAsync(NpgsqlConnection connection, Guid phoneId, CancellationToken cancellationToken) =>
        (await JobMoves.ReadAsync(connection, OpenSql, [new() { Value = phoneId }], cancellationToken)).SingleOrDefault();

    private static async Task PostponeAsync(
        NpgsqlConnection connection,
        JobRow job,
        string by,
        string reason,
        WaitsFor? waitsFor,
        DateTimeOffset until,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var move = JobMove.Decide(job, JobTrigger.Postpone, by)! with { Reason = reason, WaitsFor = waitsFor, NotBefore = until };
        await JobMoves.ApplyAsync(connection, [move], now, cancellationToken);
        await JobMoves.LookAnewAsync(connection, [job.JobId], cancellationToken); // the phone may be unlocked by then
    }

    private static async Task StopAsync(
        NpgsqlConnection connection, JobRow job, string wish, string by, string reason, DateTimeOffset? due, CancellationToken cancellationToken)
    {
        await using var command = connection.Statement(StopSql, job.JobId, wish, by, reason);
        command.Parameters.Add(new() { Value = (object?)due ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
