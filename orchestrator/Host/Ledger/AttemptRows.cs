using System.Text.Json;
using Espero.Orchestrator.Contracts;
using Npgsql;
using NpgsqlTypes;

namespace Espero.Orchestrator.Ledger;

/// <summary>
/// Writes what facts say about attempts. Each statement sets only columns of its own fact, so the order in which facts come
/// does not matter; the row may be missing when a restored backup forgot the offer.
/// </summary>
internal static class AttemptRows
{
    private const string BegunSql = """
        insert into attempt (job_id, epoch, station_id, port_path, begun_at) values ($1, $2, $3, $4, $5)
        on conflict (job_id, epoch) do update set begun_at = excluded.begun_at, port_path = excluded.port_path
        """;

    // The highest epoch a station has begun is never offered again.
    private const string RaiseEpochSql = "update job set epoch = $2 where job_id = $1 and epoch < $2";

    private const string EndedSql = """
        insert into attempt (job_id, epoch, station_id, port_path, ended_at, outcome, proof, failure_class, step_id, detail,
            passed_point_of_no_return, log_sha256, log_tail, late)
        values ($1, $2, $3, '', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        on conflict (job_id, epoch) do update set ended_at = excluded.ended_at, outcome = excluded.outcome, proof = excluded.proof,
            failure_class = excluded.failure_class, step_id = excluded.step_id, detail = excluded.detail,
            passed_point_of_no_return = excluded.passed_point_of_no_return, log_sha256 = excluded.log_sha256,
            log_tail = excluded.log_tail, late = excluded.late
        """;

    private const string InterruptedSql = """
        insert into attempt (job_id, epoch, station_id, port_path, interrupted_because, step_id, passed_point_of_no_return)
        values ($1, $2, $3, '', $4, $5, $6)
        on conflict (job_id, epoch) do update set interrupted_because = excluded.interrupted_because,
            step_id = coalesce(attempt.step_id, excluded.step_id),
            passed_point_of_no_return = coalesce(attempt.passed_point_of_no_return, excluded.passed_point_of_no_return)
        """;

    private const string StepSql = """
        insert into attempt_step (job_id, epoch, sequence, step_id, result, took, written_bytes)
        select * from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::interval[], $7::bigint[])
        on conflict do nothing
        """;

    private const string NeededSql = """
        insert into hands (job_id, epoch, ask_id, sentence_code, picture_key, needs, not_before, parked_until)
        select $1, $2, $3, $4, $5, $6, $7, $8 from job where job_id = $1
        on conflict (job_id, epoch, ask_id) do update set sentence_code = excluded.sentence_code, picture_key = excluded.picture_key,
            needs = excluded.needs, not_before = excluded.not_before, parked_until = excluded.parked_until
        """;

    private const string DoneSql = """
        insert into hands (job_id, epoch, ask_id, done_at, seen_by) select $1, $2, $3, $4, $5 from job where job_id = $1
        on conflict (job_id, epoch, ask_id) do update set done_at = excluded.done_at, seen_by = excluded.seen_by
        """;

    private const string PreparedSql = """
        update job set prepared_at = $2, refusals = $3::jsonb, changed_at = $2
        where job_id = $1 and state in ('waiting', 'queued', 'offered')
        """;

    /// <summary>To run after the moves: each of them says from which epoch it moves.</summary>
    public static NpgsqlBatchCommand RaiseEpoch(AttemptBegun begun) => Command(RaiseEpochSql, begun.JobId, begun.Epoch);

    /// <summary>Whatever the fact is but a step.</summary>
    public static void Note(NpgsqlBatch batch, StationFact fact, bool late, DateTimeOffset now)
    {
        foreach (var command in CommandsOf(fact, late, now))
        {
            batch.BatchCommands.Add(command);
        }
    }

    /// <summary>All steps in one statement: three facts of four are steps.</summary>
    public static void NoteSteps(NpgsqlBatch batch, IReadOnlyList<(StepEnded Step, long Sequence)> steps)
    {
        if (steps.Count > 0)
        {
            batch.BatchCommands.Add(Command(
                StepSql, Column(step => step.JobId), Column(step => step.Epoch), steps.Select(one => one.Sequence).ToArray(),
                Column(step => step.StepId), Column(step => step.Result), Column(step => step.Took), Column(step => step.WrittenBytes)));
        }

        T[] Column<T>(Func<StepEnded, T> value) => [.. steps.Select(one => value(one.Step))];
    }

    public static NpgsqlBatchCommand Command(string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return command;
    }

    private static IEnumerable<NpgsqlBatchCommand> CommandsOf(StationFact fact, bool late, DateTimeOffset now)
    {
        var stationTime = fact.StationTime.ToUniversalTime();
        if (fact.AttemptBegun is { } begun)
        {
            yield return Command(BegunSql, begun.JobId, begun.Epoch, fact.StationId, begun.PortPath, stationTime);
        }

        if (fact.AttemptInterrupted is { } interrupted)
        {
            yield return Command(
                InterruptedSql, interrupted.JobId, interrupted.Epoch, fact.StationId, interrupted.Cause, interrupted.StepId,
                interrupted.PassedPointOfNoReturn);
        }

        if (fact.AttemptEnded is { } ended)
        {
            yield return Command(
                EndedSql, ended.JobId, ended.Epoch, fact.StationId, stationTime, ended.Outcome, ended.Proof, ended.FailureClass,
                ended.StepId, ended.Detail, ended.PassedPointOfNoReturn, ended.LogSha256, ended.LogTail, late);
        }

        if (fact.HandsNeeded is { } needed)
        {
            // How long, by the station's clock; from when, by ours.
            yield return Command(
                NeededSql, needed.JobId, needed.Epoch, needed.AskId, needed.SentenceCode, needed.PictureKey, needed.Needs.ToArray(),
                now + (needed.NotBefore - stationTime), now + (needed.Deadline - stationTime));
        }

        if (fact.HandsDone is { } done)
        {
            yield return Command(DoneSql, done.JobId, done.Epoch, done.AskId, stationTime, done.SaidBy);
        }

        if (fact.PhonePrepared is { } prepared)
        {
            var command = Command(PreparedSql, prepared.JobId, now);
            command.Parameters.Add(new()
            {
                Value = JsonSerializer.Serialize(prepared.Refusals, JsonSerializerOptions.Web),
                NpgsqlDbType = NpgsqlDbType.Jsonb,
            });
            yield return command;
        }
    }
}
