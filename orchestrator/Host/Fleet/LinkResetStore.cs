using Npgsql;

namespace Espero.Orchestrator.Fleet;

/// <summary>Lets a station that was installed anew link again: whoever links next under its name gets the new token.</summary>
internal sealed class LinkResetStore(NpgsqlDataSource database, TimeProvider time)
{
    private const string ResetSql = """
        update station set link_token = null, previous_link_token = null, refused_token_at = null, link_reset_by = $2, link_reset_at = $3
        where station_id = $1
        """;

    /// <param name="resetBy">The person who answers for it.</param>
    /// <returns>False when there is no such station.</returns>
    public async Task<bool> ResetAsync(string stationId, string resetBy, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ResetSql);
        command.Parameters.Add(new() { Value = stationId });
        command.Parameters.Add(new() { Value = resetBy });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }
}
