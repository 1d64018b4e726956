using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;
using Npgsql;

namespace Espero.Orchestrator.Jobs;

/// <summary>Asks the station of an interrupted job to look at the phone.</summary>
internal sealed class InspectStore(NpgsqlDataSource database, JobReader reader)
{
    private const string AskSql = $"""
        with asked as (
            update job set asked = 'inspect', asked_by = $2, asked_reason = null where job_id = $1 returning site_id
        )
        select pg_notify('{JobMoves.WakeChannel}', site_id) from asked
        """;

    public async Task<Answer<JobView>> InspectAsync(Guid jobId, string askedBy, CancellationToken cancellationToken)
    {
        if (PersonRules.CheckName(askedBy) is { } refusal)
        {
            return refusal;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await JobMoves.LockAsync(connection, [jobId], cancellationToken) is not [var job])
        {
            return JobRefusals.UnknownJob(jobId);
        }

        if (job.State is not JobState.Interrupted)
        {
            return JobRefusals.NotInterrupted(jobId, job.State);
        }

        await connection.Statement(AskSql, jobId, askedBy.Trim()).RunAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (await reader.FindAsync(jobId, cancellationToken))!;
    }
}
