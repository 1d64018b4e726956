using System.Collections.Immutable;
using System.Text.Json;
using Espero.Orchestrator.Database;
using Espero.Station.Domain.Phones;
using Google.Protobuf;
using Npgsql;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>What a verdict needs of the database: builds, and phones with their facts. It only reads.</summary>
internal sealed class VerdictStore(NpgsqlDataSource database)
{
    private const string BuildsSql = """
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

    /// <summary>One question for both: each that goes to the database and back makes the person wait.</summary>
    /// <param name="model">"vendor/codename".</param>
    public async Task<ModelOffer> OfferAsync(string model, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new(BuildsSql) { Parameters = { new() { Value = model } } });
        batch.BatchCommands.Add(new(PlansSql) { Parameters = { new() { Value = model } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var builds = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            builds.Add(reader.GetString(0));
        }

        await reader.NextResultAsync(cancellationToken);
        var plans = ImmutableArray.CreateBuilder<(string, Plan.V1.Plan)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            if (Read(reader.GetFieldValue<byte[]>(1)) is { } plan)
            {
                plans.Add((reader.GetString(0), plan));
            }
        }

        return new ModelOffer(builds, plans.ToImmutable());
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

    // One that cannot be read says nothing; the others still do.
    private static Plan.V1.Plan? Read(byte[] plan)
    {
        try
        {
            return Plan.V1.Plan.Parser.ParseFrom(plan);
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
