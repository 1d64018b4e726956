using Npgsql;

namespace Espero.Orchestrator.Host.Tests.Dashboard;

/// <summary>Puts rows where stations and people would have put them.</summary>
internal sealed class SeededSite(NpgsqlDataSource database)
{
    private static readonly string Hash = new('a', 64);

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await RunAsync($"""
            insert into site values ('lyon', now());
            insert into build values ('{Hash}', 'Demo OS', '1.4', 1, ''::bytea, now());
            insert into plan values ('{Hash}', '{Hash}', 'fairphone/FP4', 'demo', '', ''::bytea, now());
            """, cancellationToken);
    }

    public Task StationAsync(string stationId, TimeSpan silent, CancellationToken cancellationToken) => RunAsync($"""
        insert into station values ('{stationId}', 'lyon', null, null, null, '0.1.0', 4, now() - interval '{(int)silent.TotalSeconds} seconds', now())
        """, cancellationToken);

    /// <summary>A phone on a port, with no job.</summary>
    public async Task<Guid> PhoneAsync(string stationId, int number, string codename, string lastFour, CancellationToken cancellationToken)
    {
        var phoneId = Guid.CreateVersion7();
        await RunAsync($"""
            insert into phone values ('{phoneId}', 'fairphone/{codename}', 'lyon', false, now(), now());
            insert into phone_mark values ('fastboot-serial', sha256('{phoneId}'::bytea), '{phoneId}', '{lastFour}', now());
            insert into port values ('{stationId}', '1-{number}', {number}, '{phoneId}', 'bootloader', null, '{"{}"}', now());
            """, cancellationToken);
        return phoneId;
    }

    public async Task<Guid> JobAsync(
        Guid phoneId, string state, CancellationToken cancellationToken, string? waitsFor = null, string? failureClass = null,
        string? proof = null, string station = "lyon-1", int port = 1)
    {
        var jobId = Guid.CreateVersion7();
        var release = state is "granted" or "interrupted" ? await ReleaseAsync(phoneId, cancellationToken) : null;
        var attempted = state is not ("waiting" or "queued");
        await RunAsync($"""
            insert into job (job_id, phone_id, site_id, build_id, plan_id, state, waits_for, epoch, station_id, port_path, release_id,
                prepared_at, failure_class, proof, submitted_by, submit_key, created_at, changed_at)
            values ('{jobId}', '{phoneId}', 'lyon', '{Hash}', '{Hash}', '{state}', {Quoted(waitsFor)}, {(attempted ? 1 : 0)},
                {(attempted ? $"'{station}', '1-{port}'" : "null, null")}, {Quoted(release)}, now(), {Quoted(failureClass)},
                {Quoted(proof)}, 'Atelier', gen_random_uuid(), now() - interval '9 minutes', now() - interval '2 minutes');
            insert into job_event (job_id, epoch, trigger, from_state, to_state, by_whom, at)
            values ('{jobId}', 0, 'submit', null, 'waiting', 'Atelier', now() - interval '9 minutes');
            """, cancellationToken);
        return jobId;
    }

    public Task AttemptAsync(Guid jobId, string? outcome, string? failureClass, CancellationToken cancellationToken) => RunAsync($"""
        insert into attempt (job_id, epoch, station_id, port_path, offered_at, granted_at, begun_at, ended_at, outcome, proof,
            failure_class, step_id, detail, log_tail)
        values ('{jobId}', 1, 'lyon-1', '1-1', now() - interval '8 minutes', now() - interval '8 minutes', now() - interval '8 minutes',
            {(outcome is null ? "null" : "now() - interval '2 minutes'")}, {Quoted(outcome)}, 'none', {Quoted(failureClass)},
            'flash-system', 'FAILed to write: cable gone', 'sending system_b 3/9' || chr(10) || 'read error on bulk in');
        insert into attempt_step values
            ('{jobId}', 1, 1, 'fetch', 'done', '42 seconds', 0),
            ('{jobId}', 1, 2, 'flash-boot', 'done', '9 seconds', 67108864),
            ('{jobId}', 1, 3, 'switch-slot', 'passed-over', '0 seconds', 0),
            ('{jobId}', 1, 4, 'flash-system', '{(outcome is "failed" ? "failed" : "done")}', '2 minutes 11 seconds', 1932735283);
        insert into job_event (job_id, epoch, trigger, from_state, to_state, by_whom, reason, at) values
            ('{jobId}', 1, 'offer', 'queued', 'offered', 'espero', null, now() - interval '8 minutes'),
            ('{jobId}', 1, 'lose-lease', 'granted', 'interrupted', 'espero', null, now() - interval '5 minutes');
        """, cancellationToken);

    /// <summary>The job's attempt waits for a person who presses keys.</summary>
    public Task HandsAsync(Guid jobId, string keys, CancellationToken cancellationToken) => RunAsync($"""
        insert into hands (job_id, epoch, ask_id, sentence_code, picture_key, needs, parked_until)
        values ('{jobId}', 1, 'into-bootloader', '{keys}', '{keys}', '{"{keys}"}', now() + interval '14 minutes')
        """, cancellationToken);

    public async Task<int> CountAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<string> ReleaseAsync(Guid phoneId, CancellationToken cancellationToken)
    {
        var releaseId = Guid.CreateVersion7();
        await RunAsync($"""
            insert into release values ('{releaseId}', '{phoneId}', 'donated-lot', 'Atelier', true, true, true, true, true, now())
            """, cancellationToken);
        return releaseId.ToString();
    }

    private static string Quoted(string? text) => text is null ? "null" : $"'{text}'";
}
