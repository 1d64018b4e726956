using Npgsql;

namespace Espero.Orchestrator.Jobs;

/// <summary>Reads what became of a re-queuing.</summary>
internal sealed class RequeueReader(NpgsqlDataSource database)
{
    private const string FindSql = "select requeued_by, reason, at, answer::text from requeue where idempotency_key = $1";

    /// <summary>Null when nothing was re-queued under the key.</summary>
    public async Task<RequeueView?> FindAsync(Guid key, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(FindSql);
        command.Parameters.Add(new() { Value = key });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new RequeueView(
                reader.GetString(0),
                reader.GetString(1),
                reader.GetFieldValue<DateTimeOffset>(2),
                RequeueRecord.FromJson(reader.GetString(3)).Jobs)
            : null;
    }
}
