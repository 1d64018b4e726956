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
    GrantedRuns runs,
    Preparation preparation,
    Inspection inspection,
    RunReports reports,
    TaskKeeper tasks,
    ILogger<AttemptDesk> logger) : BackgroundService, IStationOrders
{
    private const int MaxOrders = 1024;

    private readonly ConcurrentDictionary<string, Task> _preparing = new(StringComparer.Ordinal);
    private readonly Channel<Func<CancellationToken, Task>> _orders =
        Channel.CreateBounded<Func<CancellationToken, Task>>(new BoundedChannelOptions(MaxOrders) { SingleReader = true });

    private volatile bool _isClosed;

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

    public void Prepare(PreparationOrdered order) => Take(token => PrepareAsync(order, token));

    public void Offer(AttemptOffered offer) => Take(token => OfferAsync(AttemptId.From(offer.Attempt), offer.Work, token));

    public void Grant(AttemptGranted grant) => Take(token => GrantAsync(AttemptId.From(grant.Attempt), grant, token));

    public void Withdraw(AttemptWithdrawn withdrawal) => Take(token => WithdrawAsync(AttemptId.From(withdrawal.Attempt), token));

    public void Cancel(CancelOrdered order) => Take(token => CancelAsync(AttemptId.From(order.Attempt), token));

    public void Inspect(InspectionOrdered order) => Take(token =>
    {
        // What runs, or waits for its slot, is not interrupted: called untouched, its job would be started a second time.
        if (runs.Find(AttemptId.From(order.Attempt)) is null)
        {
            tasks.Start(inspection.RunAsync(order, token));
        }

        return Task.CompletedTask;
    });

    public void Hear(HandsSaid said) => runs.Find(AttemptId.From(said.Attempt))?.Said.Say(said.AskId, said.SaidBy);

    /// <summary>From now on nothing begins; what runs goes on. Orders are left unanswered, so that nobody counts on them.</summary>
    public void Close()
    {
        _isClosed = true;
        runs.Close();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var order in _orders.Reader.ReadAllAsync(stoppingToken))
            {
                await CarryOutAsync(order, stoppingToken);
            }
        }
        finally
        {
            await tasks.AllAsync();
        }
    }

    private async Task CarryOutAsync(Func<CancellationToken, Task> order, CancellationToken stoppingToken)
    {
        try
        {
            await order(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogOrderFailed(logger, exception); // one bad order must not end a program that is writing phones
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

    private Task PrepareAsync(PreparationOrdered order, CancellationToken cancellationToken)
    {
        if (_isClosed)
        {
            return Task.CompletedTask;
        }

        if (!_preparing.TryGetValue(order.Work.JobId, out var running) || running.IsCompleted)
        {
            _preparing[order.Work.JobId] = tasks.Start(preparation.RunAsync(order.Work, order.HasUnlockCode, cancellationToken));
        }

        return Task.CompletedTask;
    }

    private async Task OfferAsync(AttemptId attempt, Work work, CancellationToken cancellationToken)
    {
        if (_isClosed || (journal.State.HasBegun(attempt) && journal.State.Remembers(attempt.JobId)))
        {
            return; // of what has begun, its facts tell more than an answer would
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

        if (!journal.State.Remembers(attempt.JobId))
        {
            return Reason.JobTooOld;
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
            (other.JobId != attempt.JobId || record.Begun) && record.PortPath == work.PortPath && !record.Interrupted;
    }

    private Task GrantAsync(AttemptId attempt, AttemptGranted grant, CancellationToken cancellationToken)
    {
        if (!journal.State.Attempts.TryGetValue(attempt, out var record) || record.Work is not { } work)
        {
            LogNotHere(logger, attempt);
        }
        else if (_isClosed)
        {
            LogClosed(logger, attempt); // it asks for the grant again at the next start
        }
        else
        {
            runs.Begin(attempt, work, grant.Release, new UnlockCode(grant.UnlockCode.Memory), cancellationToken);
        }

        return Task.CompletedTask;
    }

    private async Task WithdrawAsync(AttemptId attempt, CancellationToken cancellationToken)
    {
        if (runs.Find(attempt) is null && await new AttemptFacts(journal, attempt).TryDropAsync(cancellationToken))
        {
            LogWithdrawn(logger, attempt);
        }
    }

    private async Task CancelAsync(AttemptId attempt, CancellationToken cancellationToken)
    {
        if (runs.Find(attempt) is { } running)
        {
            if (!running.TryCancel())
            {
                LogTooLate(logger, attempt);
            }
        }
        else if (journal.State.Attempts.TryGetValue(attempt, out var record) && !record.Begun)
        {
            await new AttemptFacts(journal, attempt).EndedUnbegunAsync(cancellationToken);
        }
    }
}
