using System.Text.Json;
using Espero.Orchestrator.Database;
using Espero.Station.Domain.Flashing.Simulation;
using Espero.Station.Domain.Phones;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace Espero.Orchestrator.Fleet;

/// <summary>
/// Keeps what phones said of themselves, for when somebody asks after they were unplugged; forgets it when the phone goes back to
/// its owner, and when nobody works with it any more.
/// </summary>
internal sealed class PhoneFactStore(NpgsqlDataSource database, IOptions<FleetOptions> options, TimeProvider time)
{
    private const string KeepSql = """
        insert into phone_facts (phone_id, mode, facts, unlocked, seen_at) values ($1, $2, $3, $4, $5)
        on conflict (phone_id, mode) do update set facts = excluded.facts, unlocked = excluded.unlocked, seen_at = excluded.seen_at
        """;

    private const string ForgetSql = "delete from phone_facts where phone_id = $1";

    // A job that waits for its maker must still know that its phone said it is unlocked.
    private const string ForgetOldSql = """
        delete from phone_facts
        where seen_at < $1 and not exists (
            select from job where job.phone_id = phone_facts.phone_id
                and job.state in ('waiting', 'queued', 'offered', 'granted', 'interrupted'))
        """;

    /// <summary>Keeps what the phone says in its present mode, in place of what it said before.</summary>
    public static async Task KeepAsync(
        NpgsqlConnection connection, Guid phoneId, SeenPhone phone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (phone.Facts.Count == 0)
        {
            return;
        }

        await using var command = connection.Statement(KeepSql, phoneId, phone.Mode);
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(KeptFacts.Of(phone.Facts)), NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(
            new() { Value = (object?)UnlockFacts.IsUnlocked(new PhoneFacts(phone.Facts)) ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Boolean });
        command.Parameters.Add(new() { Value = now });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The phone goes back to its owner: what it said goes with it.</summary>
    public static Task ForgetAsync(NpgsqlConnection connection, Guid phoneId, CancellationToken cancellationToken) =>
        connection.Statement(ForgetSql, phoneId).RunAsync(cancellationToken);

    /// <summary>Forgets what was said too long ago, and what makers gave for phones that nobody works with any more.</summary>
    public async Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - options.Value.FactsKept;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.Statement(ForgetOldSql, before).RunAsync(cancellationToken);
        await UnlockCodeRows.ForgetOldAsync(connection, before, cancellationToken);
    }
}
