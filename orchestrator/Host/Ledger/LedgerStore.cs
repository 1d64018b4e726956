using System.Text.Json;
using Espero.Orchestrator.Contracts;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Links;
using Npgsql;
using NpgsqlTypes;

namespace Espero.Orchestrator.Ledger;

/// <summary>
/// Records facts: in one commit the fact, what it does to its job, and the cursor that lets the station forget it. Any order
/// of arrival and any repetition gives the same rows.
/// </summary>
internal sealed class LedgerStore(NpgsqlDataSource database, TimeProvider time)
{
    // Ordered by key, so that two writers of one journal wait in line instead of in a ring.
    private const string KeepSql = """
        insert into fact (station_id, journal_id, sequence, kind, job_id, epoch, body, late, station_time, boot_id, monotonic_ms, recorded_at)
        select fact.*, $12
        from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::uuid[], $6::bigint[], $7::jsonb[], $8::boolean[],
            $9::timestamptz[], $10::text[], $11::bigint[])
            as fact (station_id, journal_id, sequence, kind, job_id, epoch, body, late, station_time, boot_id, monotonic_ms)
        order by station_id, journal_id, sequence
        on conflict do nothing
        returning station_id, journal_id, sequence
        """;

    // The contiguous run after the cursor is where sequence minus rank does not change.
    private const string AdvanceSql = """
        update journal set recorded_sequence = run.last
        from (
            select station_id, journal_id, max(sequence) as last
            from (
                select fact.station_id, fact.journal_id, fact.sequence, opened.recorded_sequence,
                    row_number() over (partition by fact.station_id, fact.journal_id order by fact.sequence) as rank
                from unnest($1::text[], $2::text[]) as touched (station_id, journal_id)
                join journal as opened using (station_id, journal_id)
                join fact on fact.station_id = opened.station_id and fact.journal_id = opened.journal_id
                    and fact.sequence > opened.recorded_sequence
            ) as ranked
            where sequence - rank = recorded_sequence
            group by station_id, journal_id
        ) as run
        where journal.station_id = run.station_id and journal.journal_id = run.journal_id
        """;

    private const string OpenSql = """
        insert into journal (station_id, journal_id, recorded_sequence)
        select station_id, journal_id, 0 from unnest($1::text[], $2::text[]) as touched (station_id, journal_id)
        order by station_id, journal_id
        on conflict do nothing
        """;

    // Held from before the facts are kept, so that two commits cannot each miss the other's half of a run.
    private const string HoldSql = """
        select 1 from journal join unnest($1::text[], $2::text[]) as touched (station_id, journal_id) using (station_id, journal_id)
        order by station_id, journal_id for update of journal
        """;

    private const string CursorSql = """
        select station_id, journal_id, recorded_sequence
        from journal join unnest($1::text[], $2::text[]) as touched (station_id, journal_id) using (station_id, journal_id)
        """;

    /// <summary>Commits facts; the cursors of every journal among them after that.</summary>
    public async Task<IReadOnlyList<JournalCursor>> RecordAsync(IReadOnlyList<StationFact> facts, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var journals = facts.Select(fact => (fact.StationId, fact.JournalId)).Distinct().ToArray();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunAsync(connection, OpenSql, journals, cancellationToken);
        await RunAsync(connection, HoldSql, journals, cancellationToken);

        var subjects = facts.Select(FactSubject.Of).OfType<FactSubject>().Select(subject => subject.JobId).Distinct().ToArray();
        var jobs = (await JobMoves.LockAsync(connection, subjects, cancellationToken)).ToDictionary(job => job.JobId);
        var fresh = await KeepAsync(connection, facts, jobs, now, cancellationToken);
        await FactEffects.ApplyAsync(connection, fresh, jobs, now, cancellationToken);

        await RunAsync(connection, AdvanceSql, journals, cancellationToken);
        var cursors = await ReadAsync(connection, journals, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return cursors;
    }

    /// <summary>The cursors of the journals that these stations write now.</summary>
    public async Task<IReadOnlyList<JournalCursor>> ReadCursorsAsync(
        IReadOnlyCollection<LinkedStation> stations, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await ReadAsync(connection, [.. stations.Select(station => (station.StationId, station.JournalId))], cancellationToken);
    }

    /// <summary>Stores the facts and returns those that were not there before, in the order of their journals.</summary>
    private static async Task<List<StationFact>> KeepAsync(
        NpgsqlConnection connection,
        IReadOnlyList<StationFact> facts,
        Dictionary<Guid, JobRow> jobs,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        // A repeated fact in one message must be one row of the statement.
        var byKey = facts.DistinctBy(fact => (fact.StationId, fact.JournalId, fact.Sequence))
            .ToDictionary(fact => (fact.StationId, fact.JournalId, fact.Sequence));
        StationFact[] rows = [.. byKey.Values];
        await using var command = new NpgsqlCommand(KeepSql, connection);
        Add(NpgsqlDbType.Text, fact => fact.StationId);
        Add(NpgsqlDbType.Text, fact => fact.JournalId);
        Add(NpgsqlDbType.Bigint, fact => fact.Sequence);
        Add(NpgsqlDbType.Text, fact => FactSubject.KindOf(fact));
        Add(NpgsqlDbType.Uuid, fact => FactSubject.Of(fact)?.JobId);
        Add(NpgsqlDbType.Bigint, fact => FactSubject.Of(fact)?.Epoch);
        Add(NpgsqlDbType.Jsonb, fact => JsonSerializer.Serialize(FactSubject.BodyOf(fact), JsonSerializerOptions.Web));
        Add(NpgsqlDbType.Boolean, fact => FactSubject.Of(fact) is { Epoch: { } epoch } subject
            && jobs.TryGetValue(subject.JobId, out var job) && epoch < job.Epoch);
        Add(NpgsqlDbType.TimestampTz, fact => fact.StationTime.ToUniversalTime());
        Add(NpgsqlDbType.Text, fact => fact.BootId);
        Add(NpgsqlDbType.Bigint, fact => fact.MonotonicMs);
        command.Parameters.Add(new() { Value = now });

        var fresh = new List<StationFact>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            fresh.Add(byKey[(reader.GetString(0), reader.GetString(1), reader.GetInt64(2))]);
        }

        return [.. fresh.OrderBy(fact => fact.StationId).ThenBy(fact => fact.JournalId).ThenBy(fact => fact.Sequence)];

        void Add<T>(NpgsqlDbType type, Func<StationFact, T> column) =>
            command.Parameters.Add(new() { Value = rows.Select(column).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type });
    }

    private static async Task<IReadOnlyList<JournalCursor>> ReadAsync(
        NpgsqlConnection connection, (string StationId, string JournalId)[] journals, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, CursorSql, journals);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var cursors = new List<JournalCursor>();
        while (await reader.ReadAsync(cancellationToken))
        {
            cursors.Add(new JournalCursor(reader.GetString(0), reader.GetString(1), reader.GetInt64(2)));
        }

        return cursors;
    }

    private static async Task RunAsync(
        NpgsqlConnection connection, string sql, (string StationId, string JournalId)[] journals, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, sql, journals);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, (string StationId, string JournalId)[] journals) =>
        new(sql, connection)
        {
            Parameters =
            {
                new() { Value = journals.Select(journal => journal.StationId).ToArray() },
                new() { Value = journals.Select(journal => journal.JournalId).ToArray() },
            },
        };
}
