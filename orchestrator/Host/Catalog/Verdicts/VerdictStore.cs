using System.Text.Json;
using Npgsql;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>What a verdict needs of the database: builds, and phones with their facts. It only reads.</summary>
internal sealed class VerdictStore(NpgsqlDataSource database)
{
    private const string ReadySql = """
        select distinct build.name || ' ' || build.version from plan join build using (build_id) where plan.model = $1 order by 1
        """;

    private const string PlansSql = "select recipe_name, bytes from plan where model = $1 order by recipe_name, plan_id";

    private const string PhoneSql = """
        select phone.model, coalesce((select facts::text from port where port.phone_id = phone.phone_id order by seen_at desc limit 1), '{}'),
            coalesce(phone.unknown_model, '')
        from phone where phone_id = $1
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

    /// <summary>Every plan for the model, with the name of its recipe.</summary>
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
    public async Task<(string? Model, IReadOnlyDictionary<string, string> Facts, string Code)?> FindPhoneAsync(
        Guid phoneId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(PhoneSql);
        command.Parameters.Add(new() { Value = phoneId });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? (reader.IsDBNull(0) ? null : reader.GetString(0), Read(reader.GetString(1)), reader.GetString(2))
            : null;
    }

    private static Dictionary<string, string> Read(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [];
}
