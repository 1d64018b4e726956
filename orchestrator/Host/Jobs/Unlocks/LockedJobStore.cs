using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;
using Espero.Station.Recipes.Failures;
using Npgsql;

namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>
/// Lets jobs wait whose phones a station found locked and whose makers have a way to unlock them: until the maker was asked, or until
/// its date. Nobody need re-queue them: they come back by themselves, unless their phone says that it is unlocked or was written.
/// </summary>
internal sealed class LockedJobStore(NpgsqlDataSource database, ModelDesk models, TimeProvider time)
{
    private const string Reason = "the phone is locked: its maker must be asked first";

    private static readonly string[] Locked = [FailureCode.BootloaderLocked, FailureCode.VendorTokenNeeded];

    // What failed longer ago a person has looked at.
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    // Where the maker has answered, asking again is in vain: that failure or refusal is for a person. So is a lock on a phone that
    // says it is unlocked: no maker would end that wait, and the job would start again at once, without end. And so is an attempt that
    // passed the point of no return: what was written once is written again only by a person's word.
    private const string FoundLockedSql = $"""
        select {JobMoves.Columns},
            (select model from phone where phone.phone_id = job.phone_id),
            (select due_at from unlock_request request where request.phone_id = job.phone_id and request.ended_at is null)
        from job
        where site_id = any($1)
            and (state in ('waiting', 'queued') and refusals <> '[]' and waits_for is distinct from 'date' and waits_for is distinct from 'maker'
                    and exists (select from jsonb_array_elements(refusals) refusal where refusal ->> 'code' = any($2))
                or state = 'failed' and failure_class in ('bootloader-locked', 'vendor-token-needed') and changed_at > $3
                    and exists (select from attempt where attempt.job_id = job.job_id and attempt.epoch = job.epoch
                        and attempt.passed_point_of_no_return is false)
                    and not exists (select from job newer where newer.phone_id = job.phone_id and newer.job_id > job.job_id)
                    and not exists (select from job other where other.phone_id = job.phone_id
                        and other.state in ('waiting', 'queued', 'offered', 'granted', 'interrupted')))
            and not exists (select from unlock_request request where request.phone_id = job.phone_id and request.ended_at is not null)
            and not {PhoneLock.IsOpenSql}
        order by job_id
        limit 1000
        for update of job skip locked
        """;

    private const string LookAnewSql = "update job set prepared_at = null, refusals = '[]' where job_id = any($1)";

    public async Task SendToMakersAsync(IReadOnlyCollection<string> sites, CancellationToken cancellationToken)
    {
        if (!models.IsReady)
        {
            return; // whom to ask is not known yet; Dispatch comes again within seconds and must not wait
        }

        var now = time.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var found = await connection.Statement(FoundLockedSql, sites.ToArray(), Locked, now - Fresh).AllAsync(Read, cancellationToken);
        var moves = new List<JobMove>();
        foreach (var (job, model, due) in found)
        {
            if (model is not null && await models.RuleOfAsync(model, cancellationToken) is not null)
            {
                moves.Add(MoveOf(job, due, now));
            }
        }

        if (moves.Count > 0)
        {
            await JobMoves.ApplyAsync(connection, moves, now, cancellationToken);
            await connection.Statement(LookAnewSql, moves.Select(move => move.Job.JobId).ToArray()).RunAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static JobMove MoveOf(JobRow job, DateTimeOffset? due, DateTimeOffset now)
    {
        var trigger = job.State is JobState.Failed ? JobTrigger.Requeue : JobTrigger.Postpone;
        var move = JobMove.Decide(job, trigger, JobMoves.Program)! with { Reason = Reason };
        return due > now ? move with { WaitsFor = WaitsFor.Date, NotBefore = due } : move with { WaitsFor = WaitsFor.Maker, NotBefore = now };
    }

    private static (JobRow Job, string? Model, DateTimeOffset? Due) Read(NpgsqlDataReader row) => (
        JobMoves.Read(row),
        row.IsDBNull(JobMoves.ColumnCount) ? null : row.GetString(JobMoves.ColumnCount),
        row.IsDBNull(JobMoves.ColumnCount + 1) ? null : row.GetFieldValue<DateTimeOffset>(JobMoves.ColumnCount + 1));
}
