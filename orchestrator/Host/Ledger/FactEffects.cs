using Espero.Orchestrator.Contracts;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;
using Espero.Station.Recipes.Failures;
using Npgsql;

namespace Espero.Orchestrator.Ledger;

/// <summary>What facts do to jobs and attempts, inside the commit that keeps the facts.</summary>
internal static class FactEffects
{
    private const string AlertSql = "update job set alert = $2, changed_at = $3 where job_id = $1";

    // Used up by what was written, whether or not anything proves that it runs. Found by the phone: a database restored from a
    // backup may have forgotten which release the grant used.
    private const string UseReleaseSql = """
        update release set ended_at = $2, ended_because = 'used', ended_by = 'espero'
        from job where job.job_id = any($1) and release.phone_id = job.phone_id and release.ended_at is null
        """;

    /// <param name="fresh">Facts that were not known before, in the order of their journals.</param>
    /// <param name="jobs">The jobs they are about, locked by the caller's transaction.</param>
    public static async Task ApplyAsync(
        NpgsqlConnection connection,
        IReadOnlyList<StationFact> fresh,
        Dictionary<Guid, JobRow> jobs,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var moves = new List<JobMove>();
        var raised = new List<AttemptBegun>();
        var forgotten = await ForgottenAttempts.ReadAsync(connection, fresh, jobs, cancellationToken);
        var steps = new List<(StepEnded Step, long Sequence)>();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var fact in fresh)
        {
            if (FactSubject.Of(fact) is not { } subject || !jobs.TryGetValue(subject.JobId, out var job))
            {
                continue; // kept, but about nothing we hold
            }

            if (subject.Epoch == job.Epoch && job.StationId is { } holder && holder != fact.StationId)
            {
                continue; // kept, but no station speaks for another one's attempt
            }

            if (fact.StepEnded is { } step)
            {
                steps.Add((step, fact.Sequence));
                continue; // it moves no job
            }

            if (forgotten.MoveOf(fact, subject, job) is { } followed)
            {
                moves.Add(followed);
                jobs[job.JobId] = job = After(followed);
            }
            else if (fact.AttemptBegun is { } attempt && attempt.Epoch > job.Epoch)
            {
                raised.Add(attempt); // the state stays, but what has begun is never offered again
            }

            AttemptRows.Note(batch, fact, late: subject.Epoch < job.Epoch, now);
            if (Judge(fact, subject, job) is { } move)
            {
                moves.Add(move);
                jobs[job.JobId] = After(move);
            }
            else if (IsLateSuccess(fact, subject, job))
            {
                batch.BatchCommands.Add(AttemptRows.Command(AlertSql, job.JobId, JobAlerts.LateSuccess(subject.Epoch), now));
            }
        }

        AttemptRows.NoteSteps(batch, steps);
        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await MoveAsync(connection, moves, now, cancellationToken);
        await RaiseEpochsAsync(connection, raised, cancellationToken);
        await UseReleasesAsync(connection, moves, now, cancellationToken);
        await ForgetCodesAsync(connection, moves, cancellationToken);
    }

    private static JobMove? Judge(StationFact fact, FactSubject subject, JobRow job)
    {
        if (TriggerOf(fact, job) is not { } trigger)
        {
            return null;
        }

        // An older attempt moves its job only by having succeeded, and only while no newer one may be writing.
        if (subject.Epoch < job.Epoch && !(trigger is JobTrigger.Succeed && LateSuccessRule.Judge(job.State) is LateSuccess.ClosesTheJob))
        {
            return null;
        }

        return JobMove.Decide(job, trigger, fact.StationId) is { } move
            ? move with
            {
                // A database restored from a backup may have forgotten the epoch; the journal has not.
                Epoch = Math.Max(subject.Epoch ?? 0, job.Epoch),
                WaitsFor = trigger is JobTrigger.Postpone ? WaitsFor.Date : null,
                Reason = ReasonOf(fact),
                FailureClass = ClassOf(fact),
                Proof = fact.AttemptEnded?.Proof,
            }
            : null;
    }

    private static JobTrigger? TriggerOf(StationFact fact, JobRow job) => fact switch
    {
        // Stopped because the phone's maker was asked, which takes days: the job waits for its date.
        { AttemptEnded.Outcome: "cancelled" } when job.Asked == "postpone" => JobTrigger.Postpone,
        { AttemptEnded.Outcome: "succeeded" } => JobTrigger.Succeed,
        { AttemptEnded.Outcome: "written" } => JobTrigger.Write,
        { AttemptEnded.Outcome: "failed" } => JobTrigger.Fail,
        { AttemptEnded.Outcome: "cancelled" } => JobTrigger.ConfirmCancel,
        { AttemptInterrupted.PassedPointOfNoReturn: false } => JobTrigger.FindUntouched,
        { AttemptInterrupted: not null } => JobTrigger.Interrupt,
        { PhoneInspected.Finding: "untouched" } => JobTrigger.FindUntouched,
        { PhoneInspected.Finding: "half-written" } => JobTrigger.FindHalfWritten,
        _ => null,
    };

    private static string? ReasonOf(StationFact fact) =>
        fact.AttemptEnded?.Detail ?? fact.AttemptInterrupted?.Cause ?? fact.PhoneInspected?.Detail;

    private static string? ClassOf(StationFact fact) => fact switch
    {
        { AttemptEnded: { } ended } => ended.FailureClass,
        { PhoneInspected.Finding: "half-written" } => "interrupted",
        _ => null,
    };

    private static bool IsLateSuccess(StationFact fact, FactSubject subject, JobRow job) =>
        fact.AttemptEnded is { Outcome: "succeeded" } && subject.Epoch < job.Epoch
        && LateSuccessRule.Judge(job.State) is LateSuccess.AlertsAPerson;

    private static JobRow After(JobMove move) =>
        move.Job with
        {
            State = move.To,
            WaitsFor = move.WaitsFor,
            Epoch = move.Epoch ?? move.Job.Epoch,
            StationId = move.StationId ?? move.Job.StationId,
        };

    /// <summary>One statement moves a job once, so a job's second move goes into a second statement.</summary>
    private static async Task MoveAsync(NpgsqlConnection connection, List<JobMove> moves, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rounds = moves
            .GroupBy(move => move.Job.JobId)
            .SelectMany(ofJob => ofJob.Select((move, round) => (move, round)))
            .GroupBy(pair => pair.round, pair => pair.move)
            .OrderBy(round => round.Key);
        foreach (var round in rounds)
        {
            await JobMoves.ApplyAsync(connection, [.. round], now, cancellationToken);
        }
    }

    private static async Task RaiseEpochsAsync(NpgsqlConnection connection, List<AttemptBegun> begun, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var attempt in begun)
        {
            batch.BatchCommands.Add(AttemptRows.RaiseEpoch(attempt));
        }

        if (begun.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task UseReleasesAsync(
        NpgsqlConnection connection, List<JobMove> moves, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var done = moves.Where(move => move.To is JobState.Succeeded or JobState.Written).Select(move => move.Job.JobId).ToArray();
        if (done.Length == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(UseReleaseSql, connection) { Parameters = { new() { Value = done }, new() { Value = now } } };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task ForgetCodesAsync(NpgsqlConnection connection, List<JobMove> moves, CancellationToken cancellationToken)
    {
        if (IdsOf(move => move.To is JobState.Succeeded or JobState.Written) is { Length: > 0 } done)
        {
            await UnlockCodeRows.ForgetOfJobsAsync(connection, done, cancellationToken);
        }

        if (IdsOf(move => move is { To: JobState.Failed, FailureClass: FailureCode.VendorTokenNeeded }) is { Length: > 0 } refused)
        {
            await UnlockCodeRows.ForgetRefusedAsync(connection, refused, cancellationToken);
        }

        Guid[] IdsOf(Func<JobMove, bool> holds) => [.. moves.Where(holds).Select(move => move.Job.JobId)];
    }
}
