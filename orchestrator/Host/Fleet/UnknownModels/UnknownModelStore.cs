using System.Text.Json;
using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Database;
using Espero.Station.Recipes.Models;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Espero.Orchestrator.Fleet.UnknownModels;

/// <summary>Keeps what phones of unknown models say of them, for the central team to add the model; forgets it when nobody asks any more.</summary>
internal sealed class UnknownModelStore(
    NpgsqlDataSource database, IOptions<FleetOptions> options, TimeProvider time, Func<string> newCode)
{
    // Two in a billion codes are alike; that five in a row are taken means that something else is wrong.
    private const int MostTries = 5;

    private const string PluggedSql = """
        select port.path, port.phone_id, port.facts::text, phone.unknown_model, port.seen_at
        from port left join phone using (phone_id)
        where port.station_id = $1 and port.path = any($2) and port.mode is not null and phone.model is null
        """;

    private const string ForgetSql = "delete from unknown_model where last_asked_at < $1";

    private const string AddToSql = """
        update unknown_model set facts = facts || $2::jsonb, last_asked_at = $3 where code = $1 returning code
        """;

    private const string FindSql = """
        update unknown_model set facts = facts || $2::jsonb, last_asked_at = $3 where identity = $1 returning code
        """;

    private const string AddSql = """
        insert into unknown_model (code, identity, facts, first_asked_at, last_asked_at) values ($1, $2, $3::jsonb, $4, $4)
        on conflict do nothing
        returning code
        """;

    // Another phone may hang there by now; its facts led to another code.
    private const string ShowSql = "update port set unknown_model = $3 where station_id = $1 and path = $2 and seen_at = $4";

    private const string NameSql = "update phone set unknown_model = $2 where phone_id = $1 and unknown_model is distinct from $2";

    private const string Columns = """
        code, facts::text, greatest(1, (select count(*) from phone where phone.unknown_model = code)), first_asked_at, last_asked_at,
        handled_by, handled_at
        """;

    private const string ListSql = $"""
        select {Columns} from unknown_model
        where ($1 or handled_at is null)
            and ($2::timestamptz is null or (last_asked_at, code) < ($2, $3))
        order by last_asked_at desc, code desc
        limit $4
        """;

    private const string FindCodeSql = $"select {Columns} from unknown_model where code = $1";

    private const string HandleSql = """
        update unknown_model set handled_by = $2, handled_at = $3 where code = $1 and handled_at is null
        """;

    /// <summary>Gives a code to every plugged phone whose model is still unknown, and keeps what it tells of it.</summary>
    /// <param name="paths">The ports of the station that were just shown.</param>
    public async Task SeenAsync(string stationId, string[] paths, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var unknown = await connection.Statement(PluggedSql, stationId, paths).AllAsync(ReadPlugged, cancellationToken);
        var now = time.GetUtcNow();
        foreach (var phone in unknown)
        {
            if (ModelTraits.Of(phone.Facts) is { } traits && await KeepAsync(connection, traits, phone.Code, now, cancellationToken) is { } code)
            {
                await connection.Statement(ShowSql, stationId, phone.Path, code, phone.SeenAt).RunAsync(cancellationToken);
                await connection.Statement(NameSql, phone.PhoneId ?? Guid.Empty, code).RunAsync(cancellationToken);
            }
        }
    }

    /// <summary>Forgets what nobody asked about for too long.</summary>
    public async Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.Statement(ForgetSql, time.GetUtcNow() - options.Value.FactsKept).RunAsync(cancellationToken);
    }

    /// <param name="book">Says which of them the data sets know by now.</param>
    public async Task<UnknownModelPage> ListAsync(UnknownModelFilter filter, ModelBook book, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (page, after) = (new List<UnknownModelView>(), filter.After);
        while (true)
        {
            var rows = await connection
                .Statement(ListSql, filter.WithHandled, after?.LastAskedAt ?? (object)DBNull.Value, after?.Code ?? "", filter.PageSize)
                .AllAsync(Read, cancellationToken);
            foreach (var model in rows.Select(row => row with { KnownAs = book.ByFacts(row.Facts.GetValueOrDefault).Only?.Id }))
            {
                if (model.KnownAs is not null && !filter.WithKnown)
                {
                    continue;
                }

                page.Add(model);
                if (page.Count == filter.PageSize)
                {
                    return new UnknownModelPage(page, model.Place);
                }
            }

            if (rows.Count < filter.PageSize)
            {
                return new UnknownModelPage(page, null);
            }

            after = rows[^1].Place;
        }
    }

    /// <param name="typed">The code as somebody read it out.</param>
    public async Task<Answer<UnknownModelView>> FindAsync(string typed, CancellationToken cancellationToken)
    {
        if (ModelCode.Read(typed) is not { } code)
        {
            return UnknownModelRefusals.UnknownCode(typed, options.Value.FactsKept);
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.Statement(FindCodeSql, code).FirstAsync(Read, cancellationToken) is { } found
            ? found
            : UnknownModelRefusals.UnknownCode(typed, options.Value.FactsKept);
    }

    /// <summary>Somebody says that the model is looked after; said twice, the first one's word stands.</summary>
    public async Task<Answer<UnknownModelView>> HandleAsync(string typed, string by, CancellationToken cancellationToken)
    {
        await using (var connection = await database.OpenConnectionAsync(cancellationToken))
        {
            await connection.Statement(HandleSql, ModelCode.Read(typed) ?? "", by, time.GetUtcNow()).RunAsync(cancellationToken);
        }

        return await FindAsync(typed, cancellationToken);
    }

    // A phone keeps the code it has, in whichever mode it is seen next. Null when no free code was found: the next sight tries again.
    private async Task<string?> KeepAsync(
        NpgsqlConnection connection, ModelTraits traits, string? known, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (known is not null && await CodeAsync(connection.Statement(AddToSql, known, traits.Json, now), cancellationToken) is { } kept)
        {
            return kept;
        }

        for (var tries = 0; tries < MostTries; tries++)
        {
            var code = await CodeAsync(connection.Statement(FindSql, traits.Identity, traits.Json, now), cancellationToken)
                ?? await CodeAsync(connection.Statement(AddSql, newCode(), traits.Identity, traits.Json, now), cancellationToken);
            if (code is not null)
            {
                return code;
            }
        }

        return null;
    }

    private static Task<string?> CodeAsync(NpgsqlCommand statement, CancellationToken cancellationToken) =>
        statement.FirstAsync(row => row.GetString(0), cancellationToken);

    private static UnknownModelView Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        Facts(row.GetString(1)),
        (int)row.GetInt64(2),
        row.GetFieldValue<DateTimeOffset>(3),
        row.GetFieldValue<DateTimeOffset>(4),
        row.IsDBNull(5) ? null : row.GetString(5),
        row.IsDBNull(6) ? null : row.GetFieldValue<DateTimeOffset>(6));

    private static (string Path, Guid? PhoneId, IReadOnlyDictionary<string, string> Facts, string? Code, DateTimeOffset SeenAt) ReadPlugged(
        NpgsqlDataReader row) => (
        row.GetString(0),
        row.IsDBNull(1) ? null : row.GetGuid(1),
        Facts(row.GetString(2)),
        row.IsDBNull(3) ? null : row.GetString(3),
        row.GetFieldValue<DateTimeOffset>(4));

    private static SortedDictionary<string, string> Facts(string json) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [], StringComparer.Ordinal);
}
