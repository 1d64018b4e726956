using Npgsql;

namespace Espero.Orchestrator.Fleet;

/// <summary>Lets a station that was installed anew link again: whoever links next under its name gets the new token.</summary>
internal sealed class LinkResetStore(NpgsqlDataSource database)
{
    private const string ResetSql =
        "update station set link_token = null, previous_link_token = null, refused_token_at = null where station_id = $1";

    /// <summary>False when there is no such station.</summary>
    public async Task<bool> ResetAsync(string stationId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ResetSql);
        command.Parameters.Add(new() { Value = stationId });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }
}
