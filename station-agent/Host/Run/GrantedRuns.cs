using System.Collections.Concurrent;
using Espero.Station.Journal;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Failures;
using Espero.Station.V1;
using Espero.Station.Watch;

namespace Espero.Station.Run;

/// <summary>The attempts that were granted: as many at once as there are slots, the others in a queue, one to a phone.</summary>
internal sealed class GrantedRuns(
    StationJournal journal, PortSet ports, MatchedPhones matches, AttemptRunner runner, TaskKeeper tasks, RunOptions options) : IDisposable
{
    private readonly ConcurrentDictionary<AttemptId, RunningAttempt> _running = new();
    private readonly FlashSlots _slots = new(options.FlashSlots);
    private readonly CancellationTokenSource _closed = new();
    private readonly Pulse _ended = new();

    /// <summary>The ports whose phones are being worked on or wait for a slot.</summary>
    public IReadOnlyList<string> BusyPorts => [.. _running.Values.Select(running => running.PortPath)];

    public RunningAttempt? Find(AttemptId attempt) => _running.GetValueOrDefault(attempt);

    public void Begin(AttemptId attempt, Work work, Release? release, UnlockCode code, CancellationToken stopping)
    {
        var running = new RunningAttempt(attempt, work.PortPath, _slots.ForAttempt());
        if (_running.TryAdd(attempt, running))
        {
            tasks.Start(RunAsync(running, work, release, code, stopping));
        }
    }

    /// <summary>What waits for a slot or its phone does not begin any more, and asks again at the next start.</summary>
    public void Close() => _closed.Cancel();

    /// <summary>Waits until nothing runs.</summary>
    public async Task IdleAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var ended = _ended.Next; // taken before looking
            if (_running.IsEmpty)
            {
                return;
            }

            await ended.WaitAsync(cancellationToken);
        }
    }

    public void Dispose() => _closed.Dispose();

    private async Task RunAsync(RunningAttempt running, Work work, Release? release, UnlockCode code, CancellationToken stopping)
    {
        var facts = new AttemptFacts(journal, running.Id);
        try
        {
            using var any = CancellationTokenSource.CreateLinkedTokenSource(stopping, running.Cancelled, _closed.Token);
            await running.Slot.TakeAsync(any.Token);
            if (ports.Find(work.PortPath) is not { } port)
            {
                await facts.FailedAsync(FailureCode.PhoneNotSeen, "The station has no such port any more.", passedPointOfNoReturn: false, stopping);
            }
            else if (!PlanReader.TryRead(work.Plan, work.PlanSha256, out var plan, out var reason))
            {
                await facts.FailedAsync(FailureCode.PlanUnreadable, reason, passedPointOfNoReturn: false, stopping);
            }
            else
            {
                var serial = await matches.SerialOfAsync(work.PhoneId, work.PortPath, any.Token);
                using var lease = await port.LeaseAsync(any.Token);
                await runner.RunAsync(running, work, plan, release, lease, serial.Length > 0 ? serial : null, code, stopping);
            }
        }
        catch (OperationCanceledException) when (running.IsCancelled && !stopping.IsCancellationRequested)
        {
            await facts.EndedUnbegunAsync(stopping);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A grant without an end would stay granted for as long as the station is linked.
            await facts.FailedAsync(FailureCode.StationFault, exception.GetType().Name, running.IsPastReturn, stopping);
            throw;
        }
        finally
        {
            _running.TryRemove(running.Id, out _);
            running.Dispose();
            _ended.Beat();
        }
    }
}
