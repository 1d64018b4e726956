using Espero.Orchestrator.Domain.Jobs;
using Npgsql;
using NpgsqlTypes;

namespace Espero.Orchestrator.Database;

/// <summary>
/// The one place that writes a job's state. Ledger, Dispatch and Jobs all move jobs, each in its own transaction: they lock,
/// ask the Domain, and hand the moves here, where the row and its event go into the same commit.
/// </summary>
internal static class JobMoves
{
    /// <summary>The channel on which a commit wakes Dispatch; the payload is the site.</summary>
    public const string WakeChannel = "espero_dispatch";

    /// <summary>By whom a move is that no person made.</summary>
    public const string Program = "espero";

    public const string Columns = "job_id, phone_id, site_id, state, waits_for, epoch, station_id, port_path, release_id, not_before, asked";

    // Always in the order of the ids, so that two writers never wait for each other in a ring.
    private const string LockSql = $"select {Columns} from job where job_id = any($1) order by job_id for update";

    private const string LookAnewSql = "update job set prepared_at = null, refusals = '[]' where job_id = any($1)";

    private const string MoveSql = $"""
        with move as (
            select * from unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[],
                $9::uuid[], $10::timestamptz[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[])
            as m (job_id, from_state, from_epoch, to_state, waits_for, epoch, station_id, port_path,
                release_id, not_before, failure_class, proof, trigger, by_whom, reason)
        ), moved as (
            update job set
                state = move.to_state,
                waits_for = move.waits_for,
                epoch = coalesce(move.epoch, job.epoch),
                station_id = coalesce(move.station_id, job.station_id),
                port_path = coalesce(move.port_path, job.port_path),
                release_id = coalesce(move.release_id, job.release_id),
                not_before = coalesce(move.not_before, job.not_before),
                failure_class = move.failure_class,
                proof = move.proof,
                -- What the station must stop for and has not heard yet outlives a lost link; every other wish is answered by the move.
                asked = case when move.to_state in ('granted', 'interrupted') and job.asked in ('cancel', 'postpone') then job.asked end,
                asked_by = case when move.to_state in ('granted', 'interrupted') and job.asked in ('cancel', 'postpone') then job.asked_by end,
                asked_reason = case when move.to_state in ('granted', 'interrupted') and job.asked in ('cancel', 'postpone') then job.asked_reason end,
                -- A person who moves the job has looked; the program has not.
                alert = case when move.trigger in ('cancel', 'requeue') and move.by_whom <> '{Program}' then null else job.alert end,
                changed_at = $16
            from move
            where job.job_id = move.job_id and job.state = move.from_state and job.epoch = move.from_epoch
            returning job.job_id, job.epoch, job.site_id
        ), noted as (
            insert into job_event (job_id, epoch, trigger, from_state, to_state, waits_for, by_whom, reason, at)
            select move.job_id, moved.epoch, move.trigger, move.from_state, move.to_state, move.waits_for, move.by_whom, move.reason, $16
            from move join moved using (job_id)
            returning job_id
        )
        select count(*), count(pg_notify('espero_dispatch', site_id)) from moved
        """;

    /// <summary>How many there are; what a statement selects beside them comes after.</summary>
    public const int ColumnCount = 11;

    /// <summary>Reads jobs and holds them until the transaction ends. Jobs that do not exist are left out.</summary>
    public static Task<List<JobRow>> LockAsync(NpgsqlConnection connection, Guid[] jobIds, CancellationToken cancellationToken) =>
        ReadAsync(connection, LockSql, [new() { Value = jobIds }], cancellationToken);

    /// <summary>Runs a statement that selects <see cref="Columns"/>.</summary>
    public static async Task<List<JobRow>> ReadAsync(
        NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var jobs = new List<JobRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            jobs.Add(Read(reader));
        }

        return jobs;
    }

    /// <summary>Writes moves of jobs that the caller's transaction holds.</summary>
    /// <exception cref="InvalidOperationException">A job was not as the move said: it was not locked, which is a bug.</exception>
    public static async Task ApplyAsync(
        NpgsqlConnection connection, IReadOnlyList<JobMove> moves, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (moves.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(MoveSql, connection);
        Add(command, NpgsqlDbType.Uuid, moves, move => move.Job.JobId);
        Add(command, NpgsqlDbType.Text, moves, move => Words.Of(move.Job.State));
        Add(command, NpgsqlDbType.Bigint, moves, move => move.Job.Epoch);
        Add(command, NpgsqlDbType.Text, moves, move => Words.Of(move.To));
        Add(command, NpgsqlDbType.Text, moves, move => Words.Of(move.WaitsFor));
        Add(command, NpgsqlDbType.Bigint, moves, move => move.Epoch);
        Add(command, NpgsqlDbType.Text, moves, move => move.StationId);
        Add(command, NpgsqlDbType.Text, moves, move => move.PortPath);
        Add(command, NpgsqlDbType.Uuid, moves, move => move.ReleaseId);
        Add(command, NpgsqlDbType.TimestampTz, moves, move => move.NotBefore);
        Add(command, NpgsqlDbType.Text, moves, move => move.FailureClass);
        Add(command, NpgsqlDbType.Text, moves, move => move.Proof);
        Add(command, NpgsqlDbType.Text, moves, move => Words.Of(move.Trigger));
        Add(command, NpgsqlDbType.Text, moves, move => move.By);
        Add(command, NpgsqlDbType.Text, moves, move => move.Reason);
        command.Parameters.Add(new NpgsqlParameter { Value = now });

        var moved = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        if (moved != moves.Count)
        {
            throw new InvalidOperationException($"{moves.Count} jobs were to move and {moved} did.");
        }
    }

    /// <summary>What stations found at jobs that the caller's transaction holds no longer counts: they are prepared anew.</summary>
    public static Task LookAnewAsync(NpgsqlConnection connection, Guid[] jobIds, CancellationToken cancellationToken) =>
        jobIds.Length == 0 ? Task.CompletedTask : connection.Statement(LookAnewSql, jobIds).RunAsync(cancellationToken);

    private static void Add<T>(NpgsqlCommand command, NpgsqlDbType type, IReadOnlyList<JobMove> moves, Func<JobMove, T> column) =>
        command.Parameters.Add(new NpgsqlParameter { Value = moves.Select(column).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type });

    /// <summary>The job in the first columns of a row.</summary>
    public static JobRow Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(0),
        reader.GetGuid(1),
        reader.GetString(2),
        Words.Read<JobState>(reader.GetString(3)),
        reader.IsDBNull(4) ? null : Words.Read<WaitsFor>(reader.GetString(4)),
        reader.GetInt64(5),
        reader.IsDBNull(6) ? null : reader.GetString(6),
        reader.IsDBNull(7) ? null : reader.GetString(7),
        reader.IsDBNull(8) ? null : reader.GetGuid(8),
        reader.IsDBNull(9) ? null : reader.GetFieldValue<DateTimeOffset>(9),
        reader.IsDBNull(10) ? null : reader.GetString(10));
}
