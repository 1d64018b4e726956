using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Database;
using Npgsql;

namespace Espero.Orchestrator.Jobs;

/// <summary>Writes down who said that a station's request is done. Dispatch tells the station until it answers.</summary>
internal sealed class HandsStore(NpgsqlDataSource database, JobReader reader, TimeProvider time)
{
    // Whose word came first stays.
    private const string SaySql = $"""
        with said as (
            update hands set said_by = coalesce(said_by, $2), said_at = coalesce(said_at, $3) from job
            where hands.job_id = $1 and job.job_id = hands.job_id and job.state = 'granted' and hands.epoch = job.epoch
                and hands.done_at is null and hands.parked_until > $3
            returning job.site_id
        )
        select pg_notify('{JobMoves.WakeChannel}', site_id) from said
        """;

    public async Task<Answer<JobView>> SayAsync(Guid jobId, string saidBy, CancellationToken cancellationToken)
    {
        if (PersonRules.CheckName(saidBy) is { } refusal)
        {
            return refusal;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var said = await connection.Statement(SaySql, jobId, saidBy.Trim(), time.GetUtcNow()).AllAsync(_ => true, cancellationToken);
        return await reader.FindAsync(jobId, cancellationToken) is not { } job ? JobRefusals.UnknownJob(jobId)
            : said.Count == 0 ? JobRefusals.NoHandsNeeded(jobId, job.State)
            : job;
    }
}
