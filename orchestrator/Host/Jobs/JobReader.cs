using System.Text.Json;
using Espero.Orchestrator.Contracts;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;
using Npgsql;
using NpgsqlTypes;

namespace Espero.Orchestrator.Jobs;

/// <summary>Reads jobs for people and programs. Nothing here decides anything.</summary>
internal sealed partial class JobReader(NpgsqlDataSource database)
{
    private const string ViewSql = """
        select job.job_id, job.phone_id,
            coalesce(nullif(split_part(phone.model, '/', 2), ''), phone.model, '') as model,
            coalesce((select last_four from phone_mark mark where mark.phone_id = job.phone_id order by first_seen_at, kind limit 1), '') as last_four,
            job.site_id, job.build_id, build.name || ' ' || build.version,
            job.state, job.waits_for, job.epoch, job.station_id, job.port_path, job.failure_class, job.proof, job.not_before,
            job.asked, job.asked_by, job.alert, job.prepared_at is not null, job.refusals::text,
            plugged.site_id, plugged.obstacle, job.submitted_by, job.created_at, job.changed_at,
            exists (select from release where release.phone_id = job.phone_id and release.ended_at is null),
            asked_for.ask_id, asked_for.sentence_code, asked_for.picture_key, asked_for.needs, asked_for.parked_until, asked_for.said_by
        from job
        join phone on phone.phone_id = job.phone_id
        join build on build.build_id = job.build_id
        left join lateral (
            select station.site_id, port.obstacle from port join station on station.station_id = port.station_id
            where port.phone_id = job.phone_id order by port.seen_at desc limit 1) plugged on true
        left join lateral (
            select hands.* from hands
            where hands.job_id = job.job_id and hands.epoch = job.epoch and job.state = 'granted'
                and hands.done_at is null and hands.parked_until is not null
            order by hands.parked_until desc limit 1) asked_for on true
        """;

    // Ids are UUIDv7: their order is the order in which jobs were submitted.
    private const string ListSql = $"""
        {ViewSql}
        where (cardinality($1) = 0 or job.state = any($1))
            and ($2::text is null or job.site_id = $2)
            and ($3::uuid is null or job.phone_id = $3)
            and ($4::uuid is null or job.job_id < $4)
        order by job.job_id desc
        limit $5
        """;

    private const string FindSql = $"{ViewSql} where job.job_id = $1";

    private const string AttemptsSql = """
        select epoch, station_id, port_path, offered_at, granted_at, begun_at, ended_at, outcome, proof, failure_class, step_id,
            detail, interrupted_because, log_tail, late
        from attempt where job_id = $1 order by epoch
        """;

    private const string StepsSql = """
        select epoch, step_id, result, took, written_bytes from attempt_step where job_id = $1 order by epoch, sequence
        """;

    private const string EventsSql = """
        select at, trigger, from_state, to_state, epoch, by_whom, reason from job_event where job_id = $1 order by job_event_id
        """;

    private static readonly JsonSerializerOptions RefusalJson = new(JsonSerializerDefaults.Web);

    public async Task<IReadOnlyList<JobView>> ListAsync(JobFilter filter, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ListSql);
        command.Parameters.Add(new() { Value = filter.States.Select(Words.Of).ToArray() });
        command.Parameters.Add(Nullable(NpgsqlDbType.Text, filter.SiteId));
        command.Parameters.Add(Nullable(NpgsqlDbType.Uuid, filter.PhoneId));
        command.Parameters.Add(Nullable(NpgsqlDbType.Uuid, filter.After));
        command.Parameters.Add(new() { Value = filter.PageSize });
        return await ReadAllAsync(command, ReadJob, cancellationToken);
    }

    public async Task<JobView?> FindAsync(Guid jobId, CancellationToken cancellationToken)
    {
        var jobs = await ReadAllAsync(FindSql, jobId, ReadJob, cancellationToken);
        return jobs.SingleOrDefault();
    }

    /// <summary>Null when there is no such job.</summary>
    public async Task<JobDetail?> FindDetailAsync(Guid jobId, CancellationToken cancellationToken)
    {
        if (await FindAsync(jobId, cancellationToken) is not { } job)
        {
            return null;
        }

        var steps = (await ReadAllAsync(StepsSql, jobId, ReadStep, cancellationToken)).ToLookup(step => step.Epoch, step => step.Step);
        var attempts = await ReadAllAsync(AttemptsSql, jobId, reader => ReadAttempt(reader, steps), cancellationToken);
        var events = await ReadAllAsync(EventsSql, jobId, ReadEvent, cancellationToken);
        return new JobDetail(job, attempts, events);
    }

    private async Task<List<T>> ReadAllAsync<T>(
        string sql, Guid jobId, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = jobId });
        return await ReadAllAsync(command, read, cancellationToken);
    }

    private static async Task<List<T>> ReadAllAsync<T>(
        NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static JobView ReadJob(NpgsqlDataReader row) => new()
    {
        JobId = row.GetGuid(0),
        PhoneId = row.GetGuid(1),
        PhoneLabel = PhoneLabel.Of(row.GetString(2), row.GetString(3)),
        SiteId = row.GetString(4),
        BuildId = row.GetString(5),
        BuildLabel = row.GetString(6),
        State = Words.Read<JobState>(row.GetString(7)),
        WaitsFor = Text(row, 8) is { } waitsFor ? Words.Read<WaitsFor>(waitsFor) : null,
        Epoch = row.GetInt64(9),
        StationId = Text(row, 10),
        PortPath = Text(row, 11),
        FailureClass = Text(row, 12),
        Proof = Text(row, 13),
        NotBefore = Instant(row, 14),
        Asked = Text(row, 15),
        AskedBy = Text(row, 16),
        Alert = Text(row, 17),
        Prepared = row.GetBoolean(18),
        Refusals = JsonSerializer.Deserialize<PlanRefusal[]>(row.GetString(19), RefusalJson) ?? [],
        PhoneSiteId = Text(row, 20),
        PhoneObstacle = Text(row, 21),
        SubmittedBy = row.GetString(22),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(23),
        ChangedAt = row.GetFieldValue<DateTimeOffset>(24),
        PhoneReleased = row.GetBoolean(25),
        Hands = Text(row, 26) is { } askId ? ReadHands(askId, row) : null,
    };

    private static HandsView ReadHands(string askId, NpgsqlDataReader row) => new(
        askId, row.GetString(27), row.GetString(28), row.GetFieldValue<string[]>(29), row.GetFieldValue<DateTimeOffset>(30), Text(row, 31));

    private static AttemptView ReadAttempt(NpgsqlDataReader row, ILookup<long, AttemptStepView> steps) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), Instant(row, 3), Instant(row, 4), Instant(row, 5), Instant(row, 6),
        Text(row, 7), Text(row, 8), Text(row, 9), Text(row, 10), Text(row, 11), Text(row, 12), Text(row, 13), row.GetBoolean(14),
        [.. steps[row.GetInt64(0)]]);

    private static (long Epoch, AttemptStepView Step) ReadStep(NpgsqlDataReader row) =>
        (row.GetInt64(0), new AttemptStepView(row.GetString(1), row.GetString(2), row.GetTimeSpan(3), row.GetInt64(4)));

    private static JobEventView ReadEvent(NpgsqlDataReader row) => new(
        row.GetFieldValue<DateTimeOffset>(0),
        row.GetString(1),
        Text(row, 2) is { } from ? Words.Read<JobState>(from) : null,
        Words.Read<JobState>(row.GetString(3)),
        row.GetInt64(4),
        row.GetString(5),
        Text(row, 6));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? Instant(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    private static NpgsqlParameter Nullable(NpgsqlDbType type, object? value) =>
        new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
