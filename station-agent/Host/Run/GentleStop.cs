namespace Espero.Station.Run;

/// <summary>Lets phones that are being written finish before the program stops: an interrupted write is a half-written phone.</summary>
internal sealed class GentleStop(AttemptDesk desk, GrantedRuns runs, RunOptions options, TimeProvider time)
{
    /// <summary>Takes no new work, then returns when nothing is written any more, or at the limit, or at once.</summary>
    /// <param name="say">Gets a sentence for people when there is something to wait for.</param>
    public async Task WaitAsync(Action<string> say, CancellationToken atOnce)
    {
        desk.Close();
        if (runs.BusyPorts is not [_, ..] busy)
        {
            return;
        }

        say($"The station stops when the phones on {string.Join(", ", busy)} are done, at the latest in {options.StopLimitMinutes} minutes. "
            + "Leave them plugged in. A second Ctrl-C stops at once and leaves them half written.");
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(options.StopLimitMinutes), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, atOnce);
        await runs.IdleAsync(either.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (runs.BusyPorts is [_, ..] left)
        {
            say($"The station stops although the phones on {string.Join(", ", left)} were not done. They are called interrupted at its next start.");
        }
    }
}
