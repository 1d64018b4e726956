using Espero.Orchestrator.Domain.Matching;
using Npgsql;

namespace Espero.Orchestrator.Fleet;

/// <summary>Finds the phone that a set of marks belongs to, or makes it known, inside the caller's transaction.</summary>
internal static class PhoneMatcher
{
    // The lock is taken on the marks' values, for a new mark has no row to lock: two stations that see one new phone make one.
    private const string LockMarksSql = """
        select pg_advisory_xact_lock(hashtextextended(mark, 0))
        from (select mark from unnest($1::text[]) as mark order by mark) as ordered
        """;

    private const string OwnersSql = """
        select distinct phone_mark.phone_id
        from phone_mark join unnest($1::text[], $2::bytea[]) as mark (kind, hash) using (kind, hash)
        """;

    private const string AddPhoneSql = """
        insert into phone (phone_id, site_id, first_seen_at, last_seen_at)
        select $1, site_id, $3, $3 from station where station_id = $2
        """;

    private const string AddMarksSql = """
        insert into phone_mark (kind, hash, phone_id, last_four, first_seen_at)
        select mark.kind, mark.hash, $1, mark.last_four, $5
        from unnest($2::text[], $3::bytea[], $4::text[]) as mark (kind, hash, last_four)
        on conflict do nothing
        """;

    private const string SeenSql = """
        update phone set last_seen_at = $3, marks_disagree = false, site_id = (select site_id from station where station_id = $2)
        where phone_id = $1
        """;

    private const string DisagreeSql = "update phone set marks_disagree = true where phone_id = any($1)";

    /// <summary>The phone's id, or null when it has no mark or its marks lead to several phones.</summary>
    public static async Task<Guid?> MatchAsync(
        NpgsqlConnection connection, string stationId, IReadOnlyList<HashedMark> marks, Guid newId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var kinds = marks.Select(mark => Database.Words.Of(mark.Kind)).ToArray();
        var hashes = marks.Select(mark => mark.Hash).ToArray();
        await RunAsync(connection, LockMarksSql, cancellationToken, [hashes.Select(Convert.ToHexString).ToArray()]);
        var owners = await OwnersAsync(connection, kinds, hashes, cancellationToken);

        switch (PhoneMatch.Judge(marks.Count, owners))
        {
            case PhoneMatch.Known known:
                await RunAsync(connection, SeenSql, cancellationToken, known.PhoneId, stationId, now);
                await AddMarksAsync(known.PhoneId);
                return known.PhoneId;
            case PhoneMatch.Unseen:
                await RunAsync(connection, AddPhoneSql, cancellationToken, newId, stationId, now);
                await AddMarksAsync(newId);
                return newId;
            case PhoneMatch.Disagreeing:
                await RunAsync(connection, DisagreeSql, cancellationToken, [owners.ToArray()]);
                return null;
            default:
                return null;
        }

        Task AddMarksAsync(Guid phoneId) => RunAsync(
            connection, AddMarksSql, cancellationToken, phoneId, kinds, hashes, marks.Select(mark => mark.LastFour).ToArray(), now);
    }

    private static async Task<List<Guid>> OwnersAsync(
        NpgsqlConnection connection, string[] kinds, byte[][] hashes, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(OwnersSql, connection)
        {
            Parameters = { new() { Value = kinds }, new() { Value = hashes } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var owners = new List<Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            owners.Add(reader.GetGuid(0));
        }

        return owners;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
