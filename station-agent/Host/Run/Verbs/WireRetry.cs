using Espero.Station.Domain.Flashing.Retries;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Run.Verbs;

/// <summary>
/// Does a write again where its failure allows it: from the partition's beginning, which is harmless (flashing a partition is
/// idempotent), on the same phone in the same mode only.
/// </summary>
internal sealed class WireRetry(AttemptKit kit)
{
    private static readonly TimeSpan ReconnectPause = TimeSpan.FromMilliseconds(500);

    public async Task<StepEnd> RunAsync(
        Func<FastbootSession, CancellationToken, Task<StepEnd>> write, CancellationToken cancellationToken)
    {
        var startedAt = kit.Time.GetTimestamp();
        var away = kit.Hand.AwayLimit;
        for (var retries = 0; ; retries++)
        {
            var end = kit.Hand.Fastboot is { } session ? await write(session, cancellationToken) : kit.Hand.NotInFastboot();
            if (end.Kind is not StepEndKind.Failed || kit.Hand.Serial.Length == 0)
            {
                return end; // a phone without a serial cannot be recognised again
            }

            var move = RetryPolicy.Decide(end.FailureClass, retries, kit.Time.GetElapsedTime(startedAt), RetryBudget.Usual);
            if (!move.TriesAgain)
            {
                return end;
            }

            kit.Log.Write($"{end.FailureClass} ({end.Detail}); trying again");
            await Task.Delay(move.Pause, kit.Time, cancellationToken);
            var again = kit.Hand.Talk is not null && move.Kind is RetryMoveKind.Again ? StepEnd.Done : await ReconnectAsync(away, cancellationToken);
            if (!again.LetsGoOn)
            {
                return again.Kind is StepEndKind.PhoneChanged or StepEndKind.Cancelled ? again
                    : again.FailureClass is FailureCode.PhoneNotSeen
                        ? StepEnd.Failed(FailureCode.PhoneUnplugged, $"It did not come back within {away.TotalSeconds:0} s. {end.Detail}")
                    : end;
            }
        }
    }

    private async Task<StepEnd> ReconnectAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var mode = kit.Hand.Sight.Mode;
        var startedAt = kit.Time.GetTimestamp();
        while (true)
        {
            var end = await kit.Hand.MeetAgainAsync(cancellationToken);
            if (end.LetsGoOn && kit.Hand.Sight.Mode != mode)
            {
                return StepEnd.Failed(FailureCode.ModeNotReached, $"The phone came back in mode {kit.Hand.Sight.Mode}.");
            }

            if (end.LetsGoOn || end.Kind is StepEndKind.PhoneChanged or StepEndKind.Cancelled
                || kit.Time.GetElapsedTime(startedAt) >= limit)
            {
                return end;
            }

            await Task.Delay(ReconnectPause, kit.Time, cancellationToken);
        }
    }
}
