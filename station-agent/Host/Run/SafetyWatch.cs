using Espero.Station.Domain.Flashing;
using Espero.Station.Domain.Flashing.Preflight;

namespace Espero.Station.Run;

/// <summary>
/// Looks after the people beside the phone: at its battery before each step and, where the phone tells it while it works, during the
/// step; at its socket all the time. What raises the alarm ends the attempt at once, wherever it is.
/// </summary>
internal sealed class SafetyWatch(AttemptKit kit, PointGate gate)
{
    // A file of the kernel, read in microseconds.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Heat comes slowly, and a phone that is asked has something else to do.
    private const int PausesBetweenFeelings = 10;

    /// <summary>
    /// Why the next step must not begin; null when it may. Once data can be lost a low battery is no reason any more: stopped in the
    /// middle, the phone would be worse off.
    /// </summary>
    public async Task<Refusal?> LookAsync(CancellationToken cancellationToken)
    {
        if (kit.Hand.OverCurrent() is { } surge)
        {
            return new Refusal(surge.FailureClass, "", surge.Text);
        }

        await kit.Hand.FeelBatteryAsync(cancellationToken);
        return (gate.IsPassed ? BatteryCheck.Alarms(kit.Hand.Facts) : BatteryCheck.Run(kit.Hand.Facts)).FirstOrDefault();
    }

    /// <summary>Carries something out; it is broken off as soon as the socket or the battery raises the alarm.</summary>
    public async Task<StepEnd> GuardAsync(Func<CancellationToken, Task<StepEnd>> carryOut, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = UntilAlarmAsync(stop.Token);
        var working = carryOut(stop.Token);
        var first = await Task.WhenAny(working, watching);
        await stop.CancelAsync();
        await Task.WhenAll(working, watching) // whatever happens, nothing works on the phone any more when this returns
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return first == watching && await watching is { } alarm ? alarm : await working;
    }

    // Null when it was told to stop.
    private async Task<StepEnd?> UntilAlarmAsync(CancellationToken cancellationToken)
    {
        try
        {
            for (var pauses = 1; ; pauses++)
            {
                if (kit.Hand.OverCurrent() is { } surge)
                {
                    return StepEnd.Of(surge);
                }

                if (pauses % PausesBetweenFeelings == 0 && await kit.Hand.BatteryAlarmAsync(cancellationToken) is { } danger)
                {
                    return StepEnd.Failed(danger.FailureCode, danger.Detail);
                }

                await Task.Delay(Pause, kit.Time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
