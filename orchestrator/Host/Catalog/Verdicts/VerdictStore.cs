using System.Text.Json;
using Espero.Orchestrator.Database;
using Espero.Station.Domain.Phones;
using Npgsql;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>What a verdict needs of the database: builds, and phones with their facts. It only reads.</summary>
internal sealed class VerdictStore(NpgsqlDataSource database)
{
    private const string ReadySql = """
        select distinct build.name || ' ' || build.version from plan join build using (build_id) where plan.model = $1 order by 1
        """;

    // The newest of each recipe stands for the elder ones.
    private const string PlansSql = """
        select distinct on (recipe_name) recipe_name, bytes from plan where model = $1 order by recipe_name, added_at desc, plan_id limit 50
        """;

    private const string PhoneSql = "select model, coalesce(unknown_model, '') from phone where phone_id = $1";

    private const string FactsSql = """
        select facts::text, unlocked, seen_at from phone_facts where phone_id = $1 order by seen_at, mode
        """;

    public async Task<IReadOnlyList<string>> ReadyAsync(string model, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ReadySql);
        command.Parameters.Add(new() { Value = model });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    /// <summary>The newest plan of each recipe for the model, with the name of its recipe.</summary>
    public async Task<IReadOnlyList<(string Recipe, byte[] Plan)>> PlansAsync(string model, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(PlansSql);
        command.Parameters.Add(new() { Value = model });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var plans = new List<(string, byte[])>();
        while (await reader.ReadAsync(cancellationToken))
        {
            plans.Add((reader.GetString(0), reader.GetFieldValue<byte[]>(1)));
        }

        return plans;
    }

    /// <summary>Null when there is no such phone. Its facts hold no serial and no IMEI: no station sends them.</summary>
    public async Task<NotedPhone?> FindPhoneAsync(Guid phoneId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var noted = await connection.Statement(PhoneSql, phoneId).FirstAsync(ReadPhone, cancellationToken);
        if (noted is null)
        {
            return null;
        }

        foreach (var (facts, isUnlocked, seenAt) in await connection.Statement(FactsSql, phoneId).AllAsync(ReadFacts, cancellationToken))
        {
            noted = noted with { Facts = noted.Facts.With(facts), IsUnlocked = isUnlocked ?? noted.IsUnlocked, SeenAt = seenAt };
        }

        return noted;
    }

    private static NotedPhone ReadPhone(NpgsqlDataReader row) =>
        new(row.IsDBNull(0) ? null : row.GetString(0), row.GetString(1), PhoneFacts.None, IsUnlocked: null, SeenAt: null);

    private static (Dictionary<string, string> Facts, bool? IsUnlocked, DateTimeOffset SeenAt) ReadFacts(NpgsqlDataReader row) =>
        (Read(row.GetString(0)), row.IsDBNull(1) ? null : row.GetBoolean(1), row.GetFieldValue<DateTimeOffset>(2));

    private static Dictionary<string, string> Read(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [];
}
