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
    // Each is held until the commit; too few makes many commits of a large lot.
    private const int MostHeld = 100;

    private const string Reason = "the phone is locked: its maker must be asked first";

    private static readonly string[] Locked = [FailureCode.BootloaderLocked, FailureCode.VendorTokenNeeded];

    // What failed longer ago a person has looked at.
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    // A station that wants the phone's code names this class before anything is written; the code that came with the grant is gone
    // by then.
    private const string WantsCodeSql =
        $"(state = 'failed' and failure_class = '{FailureCode.VendorTokenNeeded}' or refusals @> '[{{\"code\": \"{FailureCode.VendorTokenNeeded}\"}}]')";

    // Where the maker has answered, or its code is at hand, asking again is in vain unless it is the code that is missing: that failure
    // or refusal is for a person. So is a lock on a phone that says it is unlocked: no maker would end that wait, and the job would
    // start again at once, without end. And so is an attempt that passed the point of no return: what was written once is written
    // again only by a person's word.
    private const string IsFoundLocked = $"""
        job.site_id = any($1)
            and (state in ('waiting', 'queued') and refusals <> '[]' and waits_for is distinct from 'date' and waits_for is distinct from 'maker'
                    and exists (select from jsonb_array_elements(refusals) refusal where refusal ->> 'code' = any($2))
                or state = 'failed' and failure_class in ('bootloader-locked', 'vendor-token-needed') and changed_at > $3
                    and exists (select from attempt where attempt.job_id = job.job_id and attempt.epoch = job.epoch
                        and attempt.passed_point_of_no_return is false)
                    and not exists (select from job newer where newer.phone_id = job.phone_id and newer.job_id > job.job_id)
                    and not exists (select from job other where other.phone_id = job.phone_id
                        and other.state in ('waiting', 'queued', 'offered', 'granted', 'interrupted')))
            and ({WantsCodeSql}
                or not {UnlockCodeRows.ExistsSql}
                    and not exists (select from unlock_request request where request.phone_id = job.phone_id and request.ended_at is not null))
            and not {PhoneLock.IsOpenSql}
        """;

    private const string ModelsSql = $"""
        select distinct phone.model from job join phone on phone.phone_id = job.phone_id where phone.model is not null and {IsFoundLocked}
        """;

    private const string HoldSql = $"""
        select {JobMoves.Columns},
            (select due_at from unlock_request request where request.phone_id = job.phone_id and request.ended_at is null)
        from job
        where (select model from phone where phone.phone_id = job.phone_id) = any($4) and {IsFoundLocked}
        order by job_id
        limit $5
        for update of job skip locked
        """;

    public async Task SendToMakersAsync(string[] sites, CancellationToken cancellationToken)
    {
        if (!models.IsReady)
        {
            return; // whom to ask is not known yet; Dispatch comes again within seconds and must not wait
        }

        // Whom to ask may stand in plans that are long to read: no job is held meanwhile.
        var asked = await AskedModelsAsync(sites, cancellationToken);
        while (asked.Length > 0 && await SendFewAsync(sites, asked, cancellationToken) == MostHeld)
        {
        }
    }

    private async Task<string[]> AskedModelsAsync(string[] sites, CancellationToken cancellationToken)
    {
        var asked = new List<string>();
        foreach (var model in await LockedModelsAsync(sites, cancellationToken))
        {
            if (await models.RuleOfAsync(model, cancellationToken) is not null)
            {
                asked.Add(model);
            }
        }

        return [.. asked];
    }

    private async Task<List<string>> LockedModelsAsync(string[] sites, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.Statement(ModelsSql, sites, Locked, time.GetUtcNow() - Fresh).AllAsync(row => row.GetString(0), cancellationToken);
    }

    // What was found is looked at again here, under the lock: another replica, or a person, may have been faster.
    private async Task<int> SendFewAsync(string[] sites, string[] models, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var held = await connection.Statement(HoldSql, sites, Locked, now - Fresh, models, MostHeld).AllAsync(Read, cancellationToken);
        await JobMoves.ApplyAsync(connection, [.. held.Select(one => MoveOf(one.Job, one.Due, now))], now, cancellationToken);
        await JobMoves.LookAnewAsync(connection, [.. held.Select(one => one.Job.JobId)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return held.Count;
    }

    private static JobMove MoveOf(JobRow job, DateTimeOffset? due, DateTimeOffset now)
    {
        var trigger = job.State is JobState.Failed ? JobTrigger.Requeue : JobTrigger.Postpone;
        var move = JobMove.Decide(job, trigger, JobMoves.Program)! with { Reason = Reason };
        return due > now ? move with { WaitsFor = WaitsFor.Date, NotBefore = due } : move with { WaitsFor = WaitsFor.Maker, NotBefore = now };
    }

    private static (JobRow Job, DateTimeOffset? Due) Read(NpgsqlDataReader row) => (
        JobMoves.Read(row), row.IsDBNull(JobMoves.ColumnCount) ? null : row.GetFieldValue<DateTimeOffset>(JobMoves.ColumnCount));
}
