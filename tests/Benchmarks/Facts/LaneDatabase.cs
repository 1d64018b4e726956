using Npgsql;

namespace Espero.Benchmarks.Facts;

/// <summary>Puts granted jobs into the orchestrator's database and counts what came of them.</summary>
internal sealed class LaneDatabase(NpgsqlDataSource source)
{
    private const string CatalogSql = """
        insert into build values (repeat('b', 64), 'Benchmark', '1', 1, '', now());
        insert into plan values (repeat('a', 64), repeat('b', 64), 'espero/virtual-a', 'benchmark', '', 'plan', now());
        """;

    // As Dispatch leaves them: released, offered, granted, with the row of the first attempt. Ids from the run, so that none repeats.
    private const string SeedSql = """
        with wanted as (
            select md5(concat_ws(' ', 'job', $1, station_id, number))::uuid as job_id, md5(concat_ws(' ', 'phone', $1, station_id, number))::uuid as phone_id,
                md5(concat_ws(' ', 'release', $1, station_id, number))::uuid as release_id, station_id, site_id, 'tcp:127.0.0.1:' || number as port_path
            from station, generate_series(1, $2) as number
        ), phones as (
            insert into phone select phone_id, 'espero/virtual-a', site_id, false, now(), now() from wanted
        ), releases as (
            insert into release select release_id, phone_id, 'blank', 'Benchmark', true, true, true, true, true, now() from wanted
        ), jobs as (
            insert into job (job_id, phone_id, site_id, build_id, plan_id, state, epoch, station_id, port_path, release_id,
                submitted_by, submit_key, created_at, changed_at)
            select job_id, phone_id, site_id, repeat('b', 64), repeat('a', 64), 'granted', 1, station_id, port_path, release_id,
                'Benchmark', job_id, now(), now() from wanted
        ), attempts as (
            insert into attempt (job_id, epoch, station_id, port_path, offered_at, granted_at)
            select job_id, 1, station_id, port_path, now(), now() from wanted
        )
        select job_id, phone_id, station_id, port_path from wanted
        """;

    // A fact twice cannot be: its key forbids it. A fact missing shows in the count and in a journal's cursor.
    private const string CountSql = """
        select (select count(*) from fact),
            (select sum(recorded_sequence)::bigint from journal),
            (select count(*) from attempt_step),
            (select count(*) from attempt where begun_at is not null and ended_at is not null and outcome = 'written' and not late),
            (select count(*) from job where state = 'written'),
            (select count(*) from job_event where to_state = 'written'),
            (select count(*) from release where ended_because = 'used')
        """;

    public async Task AddCatalogAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(CatalogSql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>New granted jobs for every station that has linked.</summary>
    public async Task<IReadOnlyList<SeededJob>> SeedAsync(int run, int jobsPerStation, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(SeedSql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"{run}" });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = jobsPerStation });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var jobs = new List<SeededJob>();
        while (await reader.ReadAsync(cancellationToken))
        {
            jobs.Add(new SeededJob(reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3)));
        }

        return jobs;
    }

    /// <summary>What is wrong after this many attempts were reported in all; null when every row is there exactly once.</summary>
    public async Task<string?> FindFaultAsync(long attempts, CancellationToken cancellationToken)
    {
        (string What, long Wanted)[] wanted =
        [
            ("facts", attempts * FactScript.FactsPerAttempt),
            ("facts up to the cursors", attempts * FactScript.FactsPerAttempt),
            ("steps", attempts * (FactScript.FactsPerAttempt - 2)),
            ("ended attempts", attempts),
            ("written jobs", attempts),
            ("moves to written", attempts),
            ("used releases", attempts),
        ];
        await using var command = source.CreateCommand(CountSql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var faults = wanted.Select((one, place) => (one.What, one.Wanted, Found: reader.GetInt64(place)))
            .Where(one => one.Found != one.Wanted)
            .Select(one => $"{one.What}: {one.Found} instead of {one.Wanted}");
        return string.Join("; ", faults) is { Length: > 0 } fault ? fault : null;
    }

    /// <summary>The process under which all of PostgreSQL's work runs.</summary>
    public async Task<int> ReadBackendIdAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select pg_backend_pid()");
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
