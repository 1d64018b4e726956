using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Npgsql;

namespace Espero.Orchestrator.Fleet;

/// <summary>Sites and stations: who may link, who was heard when.</summary>
internal sealed partial class StationStore(NpgsqlDataSource database, TimeProvider time)
{
    private const string AddSiteSql = "insert into site (site_id, created_at) values ($1, $2) on conflict do nothing";

    private const string AddStationSql = """
        insert into station (station_id, site_id, link_token, agent_version, flash_slots, last_heard_at, created_at)
        values ($1, $2, null, $3, $4, $5, $5) on conflict do nothing
        """;

    private const string LockStationSql = "select site_id, link_token, previous_link_token from station where station_id = $1 for update";

    private const string RefuseSql = "update station set refused_token_at = $2 where station_id = $1";

    // The shown token becomes the previous one: a station that never got our answer will show it again.
    private const string WelcomeSql = """
        update station set previous_link_token = nullif($2, ''), link_token = $3, refused_token_at = null,
            agent_version = $4, flash_slots = $5, last_heard_at = $6
        where station_id = $1
        """;

    // What a journal no longer holds will never come: the cursor moves past it, or the facts behind it could never be recorded.
    private const string OpenJournalSql = """
        with opened as (
            insert into journal (station_id, journal_id, recorded_sequence) values ($1, $2, 0)
            on conflict (station_id, journal_id) do update set recorded_sequence = journal.recorded_sequence
            returning recorded_sequence
        )
        select recorded_sequence, (select generation from ledger) from opened
        """;

    private const string SkipLostSql =
        "update journal set recorded_sequence = $3 where station_id = $1 and journal_id = $2 and recorded_sequence < $3";

    private const string HeardSql = """
        update station set last_heard_at = heard.at
        from unnest($1::text[], $2::timestamptz[]) as heard (station_id, at)
        where station.station_id = heard.station_id and station.last_heard_at < heard.at
        """;

    /// <summary>Decides on a link and, if it may be, gives it a new token.</summary>
    public async Task<LinkRuling> WelcomeAsync(StationHello hello, CancellationToken cancellationToken)
    {
        if (!Name().IsMatch(hello.StationId) || !Name().IsMatch(hello.SiteId))
        {
            return new LinkRuling.BadName();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var ruling = await JudgeAsync(connection, hello, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ruling;
    }

    /// <summary>Notes when stations were last heard; a lease runs from there.</summary>
    public async Task HeardAsync(IReadOnlyList<(string StationId, DateTimeOffset At)> heard, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(HeardSql);
        command.Parameters.Add(new() { Value = heard.Select(one => one.StationId).ToArray() });
        command.Parameters.Add(new() { Value = heard.Select(one => one.At).ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<LinkRuling> JudgeAsync(NpgsqlConnection connection, StationHello hello, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await RunAsync(connection, AddSiteSql, [hello.SiteId, now], cancellationToken);
        await RunAsync(connection, AddStationSql, [hello.StationId, hello.SiteId, hello.AgentVersion, hello.FlashSlots, now], cancellationToken);

        var (siteId, newest, previous) = await LockAsync(connection, hello.StationId, cancellationToken);
        if (siteId != hello.SiteId)
        {
            return new LinkRuling.OtherSite(siteId);
        }

        if (newest is not null && !Same(hello.LinkToken, newest) && !Same(hello.LinkToken, previous))
        {
            await RunAsync(connection, RefuseSql, [hello.StationId, now], cancellationToken);
            return new LinkRuling.StrangeToken();
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        await RunAsync(
            connection, WelcomeSql, [hello.StationId, hello.LinkToken, token, hello.AgentVersion, hello.FlashSlots, now], cancellationToken);

        var (recorded, generation) = await OpenJournalAsync(connection, hello, cancellationToken);
        var lost = Math.Max(0, hello.FirstKeptSequence - 1 - recorded);
        await RunAsync(connection, SkipLostSql, [hello.StationId, hello.JournalId, recorded + lost], cancellationToken);
        return new LinkRuling.Welcomed(token, recorded + lost, lost, generation);
    }

    private static async Task<(long Recorded, string Generation)> OpenJournalAsync(
        NpgsqlConnection connection, StationHello hello, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(OpenJournalSql, connection);
        command.Parameters.Add(new() { Value = hello.StationId });
        command.Parameters.Add(new() { Value = hello.JournalId });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.GetString(1));
    }

    private static async Task<(string SiteId, string? Newest, string? Previous)> LockAsync(
        NpgsqlConnection connection, string stationId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(LockStationSql, connection) { Parameters = { new() { Value = stationId } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2));
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static bool Same(string shown, string? kept) =>
        kept is not null && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(shown), System.Text.Encoding.UTF8.GetBytes(kept));

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}$")]
    private static partial Regex Name();
}
