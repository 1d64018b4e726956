using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;
using Npgsql;

namespace Espero.Orchestrator.Jobs;

/// <summary>Ends jobs that a person no longer wants: at once before the grant, through the station after it.</summary>
internal sealed class CancelStore(NpgsqlDataSource database, JobReader reader, TimeProvider time)
{
    private const string GivenUp = "given-up";

    // A row, not a message: Dispatch says it to the station again after every reconnect.
    private const string AskSql = $"""
        with asked as (
            update job set asked = 'cancel', asked_by = $2, asked_reason = $3 where job_id = $1 returning site_id
        )
        select pg_notify('{JobMoves.WakeChannel}', site_id) from asked
        """;

    // Its station may never say how it ended; if it does, its word replaces this one.
    private const string EndAttemptSql = """
        update attempt set ended_at = $3, outcome = 'failed', proof = 'none', failure_class = $4, detail = $5
        where job_id = $1 and epoch = $2 and ended_at is null
        """;

    public async Task<Answer<CancelResult>> CancelAsync(Guid jobId, string by, string reason, CancellationToken cancellationToken)
    {
        if ((PersonRules.CheckName(by) ?? PersonRules.CheckReason(reason)) is { } refusal)
        {
            return refusal;
        }

        var cancelled = await CommitAsync(jobId, by.Trim(), reason.Trim(), cancellationToken);
        return cancelled.IsGranted
            ? new CancelResult((await reader.FindAsync(jobId, cancellationToken))!, cancelled.Value)
            : cancelled.Refusal;
    }

    private async Task<Answer<bool>> CommitAsync(Guid jobId, string by, string reason, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await JobMoves.LockAsync(connection, [jobId], cancellationToken) is not [var job])
        {
            return JobRefusals.UnknownJob(jobId);
        }

        if (JobMachine.IsEnd(job.State))
        {
            return JobRefusals.AlreadyEnded(jobId, job.State);
        }

        var move = Decide(job, by, reason);
        if (move is null)
        {
            await connection.Statement(AskSql, jobId, by, reason).RunAsync(cancellationToken);
        }
        else
        {
            await ApplyAsync(connection, move, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return move is not null;
    }

    private async Task ApplyAsync(NpgsqlConnection connection, JobMove move, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await JobMoves.ApplyAsync(connection, [move], now, cancellationToken);
        if (move.Trigger is JobTrigger.GiveUp)
        {
            await connection.Statement(EndAttemptSql, move.Job.JobId, move.Job.Epoch, now, GivenUp, move.Reason!).RunAsync(cancellationToken);
        }
    }

    // Null when only the station can tell: it may have passed the point of no return.
    private static JobMove? Decide(JobRow job, string by, string reason) => job.State is JobState.Interrupted
        ? JobMove.Decide(job, JobTrigger.GiveUp, by)! with { Reason = reason, FailureClass = GivenUp, Proof = "none" }
        : JobMove.Decide(job, JobTrigger.Cancel, by) is { } cancel ? cancel with { Reason = reason } : null;
}
