using System.Text.Json;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Facts;
using Npgsql;

namespace Espero.Orchestrator.Fleet;

/// <summary>
/// Says which model a phone is: the one whose recipe's identity, two or more facts, holds for what the phone tells. The
/// station proves it again before anything is written.
/// </summary>
internal sealed class ModelRecogniser(NpgsqlDataSource database)
{
    private const string NewestPlanSql = "select count(*), max(added_at) from plan";

    private const string IdentitiesSql = "select distinct on (model) model, bytes from plan order by model, added_at desc, plan_id";

    private const string UnrecognisedSql = """
        select port.phone_id, port.facts from port join phone using (phone_id)
        where phone.model is null and port.obstacle is null
        """;

    private const string PluggedSql = "select facts from port where phone_id = $1 and obstacle is null order by seen_at desc limit 1";

    private const string NameSql = "update phone set model = $2 where phone_id = $1 and model is distinct from $2";

    private volatile KnownModels _known = KnownModels.None;

    /// <summary>Names the model of phones that were just seen. Phones that no recipe knows keep what they had.</summary>
    public async Task RecogniseAsync(
        IReadOnlyList<(Guid PhoneId, IReadOnlyDictionary<string, string> Facts)> phones, CancellationToken cancellationToken)
    {
        if (phones.Count == 0)
        {
            return;
        }

        var known = await KnowAsync(cancellationToken);
        await using var batch = database.CreateBatch();
        foreach (var (phoneId, facts) in phones)
        {
            if (known.Find(new PhoneFacts(facts)) is { } model)
            {
                batch.BatchCommands.Add(new(NameSql) { Parameters = { new() { Value = phoneId }, new() { Value = model } } });
            }
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Names the model of one phone, with what a person has read off it. A phone that is not plugged in stays as it is.</summary>
    public async Task RecogniseAsync(Guid phoneId, string printedModel, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(PluggedSql);
        command.Parameters.Add(new() { Value = phoneId });
        if (await command.ExecuteScalarAsync(cancellationToken) is string said)
        {
            var facts = JsonSerializer.Deserialize<Dictionary<string, string>>(said)!;
            facts[FactName.PersonModel] = printedModel;
            await RecogniseAsync([(phoneId, facts)], cancellationToken);
        }
    }

    /// <summary>After a recipe came in: looks again at the phones that are plugged in and have no name yet.</summary>
    public async Task LookAgainAsync(CancellationToken cancellationToken)
    {
        var phones = new List<(Guid, IReadOnlyDictionary<string, string>)>();
        await using (var command = database.CreateCommand(UnrecognisedSql))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                phones.Add((reader.GetGuid(0), JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(1))!));
            }
        }

        await RecogniseAsync(phones, cancellationToken);
    }

    /// <summary>The models of the catalogue, read again only when it has changed.</summary>
    private async Task<KnownModels> KnowAsync(CancellationToken cancellationToken)
    {
        var version = await ReadVersionAsync(cancellationToken);
        var known = _known;
        if (known.Version == version)
        {
            return known;
        }

        var identities = new List<(string, byte[])>();
        await using var command = database.CreateCommand(IdentitiesSql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            identities.Add((reader.GetString(0), reader.GetFieldValue<byte[]>(1)));
        }

        return _known = KnownModels.Read(version, identities);
    }

    private async Task<(long Count, DateTimeOffset? Newest)> ReadVersionAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(NewestPlanSql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetFieldValue<DateTimeOffset>(1));
    }
}
