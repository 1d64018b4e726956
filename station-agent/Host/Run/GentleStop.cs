using Espero.Station.Journal;

namespace Espero.Station.Run;

/// <summary>Lets phones that are being written finish before the program stops: an interrupted write is a half-written phone.</summary>
internal sealed class GentleStop(AttemptDesk desk, GrantedRuns runs, StationJournal journal, RunOptions options, TimeProvider time)
{
    // An outcome that is told only at the next start is shown as interrupted until then; a dead link must not keep the PC on.
    private static readonly TimeSpan TellLimit = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Takes no new work, then returns when nothing is written any more and the orchestrator has recorded it, or at a limit, or at once.
    /// </summary>
    /// <param name="say">Gets a sentence for people when there is something to wait for.</param>
    public async Task WaitAsync(Action<string> say, CancellationToken atOnce)
    {
        desk.Close();
        await FinishAsync(say, atOnce);
        await WithinAsync(TellLimit, RecordedAsync, atOnce);
        if (journal.RecordedSequence < journal.LastSequence)
        {
            say("The orchestrator has not recorded everything yet. Nothing is lost: the station tells it at its next start.");
        }
    }

    private async Task FinishAsync(Action<string> say, CancellationToken atOnce)
    {
        if (runs.BusyPorts is not [_, ..] busy)
        {
            return;
        }

        say($"The station stops when the phones on {string.Join(", ", busy)} are done, at the latest in {options.StopLimitMinutes} minutes. "
            + "Leave them plugged in. A second Ctrl-C stops at once and leaves them half written.");
        await WithinAsync(TimeSpan.FromMinutes(options.StopLimitMinutes), runs.IdleAsync, atOnce);
        if (runs.BusyPorts is [_, ..] left)
        {
            say($"The station stops although the phones on {string.Join(", ", left)} were not done. They are called interrupted at its next start.");
        }
    }

    private async Task RecordedAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var acknowledged = journal.Acknowledged.Next; // taken before looking
            if (journal.RecordedSequence >= journal.LastSequence)
            {
                return;
            }

            await acknowledged.WaitAsync(cancellationToken);
        }
    }

    private async Task WithinAsync(TimeSpan limit, Func<CancellationToken, Task> wait, CancellationToken atOnce)
    {
        using var late = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, atOnce);
        await wait(either.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }
}
