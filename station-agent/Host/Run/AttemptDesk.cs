using System.Collections.Concurrent;
using System.Threading.Channels;
using Espero.Station.Images;
using Espero.Station.Journal;
using Espero.Station.Recipes.Compiling;
using Espero.Station.V1;
using Espero.Station.Watch;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reason = Espero.Station.V1.AttemptDeclined.Types.Reason;

namespace Espero.Station.Run;

/// <summary>
/// Takes orders in their order and answers each from the journal. What takes long runs beside it, one task a phone, and shares
/// nothing with the others but slots.
/// </summary>
internal sealed partial class AttemptDesk(
    StationJournal journal,
    FilesAddress files,
    PortSet ports,
    MatchedPhones matches,
    AttemptRunner runner,
    Preparation preparation,
    Inspection inspection,
    RunReports reports,
    RunOptions options,
    ILogger<AttemptDesk> logger) : BackgroundService, IStationOrders
{
    private const int MaxOrders = 1024;

    private readonly ConcurrentDictionary<AttemptId, RunningAttempt> _running = new();
    private readonly ConcurrentDictionary<string, Task> _preparing = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, bool> _tasks = new();
    private readonly SemaphoreSlim _slots = new(options.FlashSlots);
    private readonly Channel<Func<CancellationToken, Task>> _orders =
        Channel.CreateBounded<Func<CancellationToken, Task>>(new BoundedChannelOptions(MaxOrders) { SingleReader = true });

    /// <summary>Before anything else: what was begun and not ended when the program stopped is interrupted, and never run again.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var (attempt, record) in journal.State.Attempts)
        {
            if (record is { Begun: true, Interrupted: false })
            {
                await new AttemptFacts(journal, attempt).InterruptedAsync(
                    AttemptInterrupted.Types.Cause.StationStopped, record.StepId, record.PassedPointOfNoReturn, cancellationToken);
                LogFoundInterrupted(logger, attempt, record.StepId);
            }
        }

        await base.StartAsync(cancellationToken);
    }

    public void LearnFilesAddress(string address) => files.Learn(address);

    public void Match(PhoneMatched match) => matches.Learn(match);

    public void Prepare(PreparationOrdered order) => Take(token => PrepareAsync(order.Work, token));

    public void Offer(AttemptOffered offer) => Take(token => OfferAsync(AttemptId.From(offer.Attempt), offer.Work, token));

    public void Grant(AttemptGranted grant) => Take(token => GrantAsync(AttemptId.From(grant.Attempt), grant.Release, token));

    public void Withdraw(AttemptWithdrawn withdrawal) => Take(token => WithdrawAsync(AttemptId.From(withdrawal.Attempt), token));

    public void Cancel(CancelOrdered order) => Take(token => CancelAsync(AttemptId.From(order.Attempt), token));

    public void Inspect(InspectionOrdered order) => Take(token =>
    {
        Start(inspection.RunAsync(order, token));
        return Task.CompletedTask;
    });

    public override void Dispose()
    {
        _slots.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var order in _orders.Reader.ReadAllAsync(stoppingToken))
            {
                await order(stoppingToken);
            }
        }
        finally
        {
            await Task.WhenAll(_tasks.Keys)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    // Full means dropped: the orchestrator offers again when nothing is answered.
    private void Take(Func<CancellationToken, Task> order)
    {
        if (!_orders.Writer.TryWrite(order))
        {
            LogOrderDropped(logger);
        }
    }

    private Task PrepareAsync(Work work, CancellationToken cancellationToken)
    {
        if (!_preparing.TryGetValue(work.JobId, out var running) || running.IsCompleted)
        {
            _preparing[work.JobId] = Start(preparation.RunAsync(work, cancellationToken));
        }

        return Task.CompletedTask;
    }

    private async Task OfferAsync(AttemptId attempt, Work work, CancellationToken cancellationToken)
    {
        if (journal.State.HasBegun(attempt))
        {
            return; // its facts tell more than an answer would
        }

        if (ReasonAgainst(attempt, work) is { } reason)
        {
            reports.Decline(attempt, reason);
            LogDeclined(logger, attempt, reason);
            return;
        }

        await new AttemptFacts(journal, attempt).TryTakeAsync(work, cancellationToken);
        if (journal.State.Attempts.ContainsKey(attempt))
        {
            reports.Accept(attempt);
        }
    }

    private Reason? ReasonAgainst(AttemptId attempt, Work work)
    {
        if (!PlanReader.TryRead(work.Plan, work.PlanSha256, out _, out _))
        {
            return Reason.PlanUnreadable;
        }

        if (!journal.HasRoom)
        {
            return Reason.DiskFull;
        }

        if (ports.Find(work.PortPath) is null || matches.IsGone(work))
        {
            return Reason.PhoneGone;
        }

        return journal.State.Attempts.Any(other => IsInTheWay(other.Key, other.Value)) ? Reason.PhoneBusy : null;

        bool IsInTheWay(AttemptId other, AttemptRecord record) =>
            other.JobId != attempt.JobId && record.PortPath == work.PortPath && !record.Interrupted;
    }

    private Task GrantAsync(AttemptId attempt, Release? release, CancellationToken cancellationToken)
    {
        if (!journal.State.Attempts.TryGetValue(attempt, out var record) || record.Work is not { } work)
        {
            LogNotHere(logger, attempt);
            return Task.CompletedTask;
        }

        var running = new RunningAttempt(attempt, work.PortPath);
        if (_running.TryAdd(attempt, running))
        {
            Start(RunAsync(running, work, release, cancellationToken));
        }

        return Task.CompletedTask;
    }

    private async Task RunAsync(RunningAttempt running, Work work, Release? release, CancellationToken stopping)
    {
        var hasSlot = false;
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, running.Cancelled);
            await _slots.WaitAsync(either.Token);
            hasSlot = true;
            if (ports.Find(work.PortPath) is { } port && PlanReader.TryRead(work.Plan, work.PlanSha256, out var plan, out _))
            {
                var lease = await port.LeaseAsync(either.Token);
                var serial = matches.SerialOf(work.PhoneId, work.PortPath);
                await runner.RunAsync(running, work, plan, release, lease, serial, stopping);
            }
        }
        catch (OperationCanceledException) when (running.IsCancelled && !stopping.IsCancellationRequested)
        {
            await EndUnbegunAsync(running.Id, stopping);
        }
        finally
        {
            if (hasSlot)
            {
                _slots.Release();
            }

            _running.TryRemove(running.Id, out _);
            running.Dispose();
        }
    }

    private async Task WithdrawAsync(AttemptId attempt, CancellationToken cancellationToken)
    {
        if (!_running.ContainsKey(attempt) && await new AttemptFacts(journal, attempt).TryDropAsync(cancellationToken))
        {
            LogWithdrawn(logger, attempt);
        }
    }

    private async Task CancelAsync(AttemptId attempt, CancellationToken cancellationToken)
    {
        if (_running.TryGetValue(attempt, out var running))
        {
            if (!running.TryCancel())
            {
                LogTooLate(logger, attempt);
            }
        }
        else if (journal.State.Attempts.TryGetValue(attempt, out var record) && !record.Begun)
        {
            await EndUnbegunAsync(attempt, cancellationToken);
        }
    }

    private Task EndUnbegunAsync(AttemptId attempt, CancellationToken cancellationToken) =>
        new AttemptFacts(journal, attempt).EndedAsync(
            new AttemptEnded
            {
                Outcome = Outcome.Cancelled,
                Proof = Plan.V1.Proof.None,
                Detail = "Cancelled before it began.",
            },
            cancellationToken);

    private Task Start(Task task)
    {
        var watched = WatchAsync(task);
        _tasks[watched] = true;
        _ = watched.ContinueWith(
            static (done, tasks) => ((ConcurrentDictionary<Task, bool>)tasks!).TryRemove(done, out _),
            _tasks,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return watched;
    }

    private async Task WatchAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            // The station stops.
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogFault(logger, exception);
        }
    }
}
