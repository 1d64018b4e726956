using Espero.Plan.V1;
using Espero.Station.Recipes.Failures;
using Fastboot = Espero.Station.Protocols.Fastboot;

namespace Espero.Station.Run;

/// <summary>Restarts the phone, and waits for it to come back as the same one.</summary>
internal sealed class MoveVerbs(PhoneHand hand, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public async Task<StepEnd> RebootAsync(RebootTarget target, CancellationToken cancellationToken)
    {
        if (hand.Session is not { } session)
        {
            return StepEnd.Failed(FailureCode.CableLost, "The conversation with the phone had ended.");
        }

        var answer = target switch
        {
            RebootTarget.System => await session.RebootAsync(Fastboot.RebootTarget.System, cancellationToken),
            RebootTarget.Bootloader => await session.RebootAsync(Fastboot.RebootTarget.Bootloader, cancellationToken),
            RebootTarget.Fastbootd => await session.RebootAsync(Fastboot.RebootTarget.Fastbootd, cancellationToken),
            RebootTarget.Recovery => await session.RebootAsync(Fastboot.RebootTarget.Recovery, cancellationToken),
            RebootTarget.Continue => await session.ContinueAsync(cancellationToken),
            RebootTarget.Unspecified or RebootTarget.Sideload or RebootTarget.Download or RebootTarget.Edl =>
                new Fastboot.FastbootError(Fastboot.FastbootFailure.CommandTooLong, $"A bootloader cannot restart into {target}."),
        };
        if (!answer.Succeeded)
        {
            return PhoneErrors.ToStepEnd(answer.Error);
        }

        hand.ExpectAway();
        return StepEnd.Done;
    }

    public async Task<StepEnd> AwaitAsync(AwaitMode awaited, CancellationToken cancellationToken)
    {
        if (awaited.Mode is not (PhoneMode.Bootloader or PhoneMode.Fastbootd))
        {
            return StepEnd.Failed(FailureCode.VerbNotSupported, $"This station cannot see the mode {awaited.Mode}.");
        }

        var startedAt = time.GetTimestamp();
        var deadline = TimeSpan.FromTicks(Math.Clamp(awaited.Deadline?.ToTimeSpan().Ticks ?? 0, Shortest.Ticks, Longest.Ticks));
        while (true)
        {
            var end = await hand.MeetAgainAsync(cancellationToken);
            if (end.Kind is StepEndKind.PhoneChanged or StepEndKind.Cancelled)
            {
                return end;
            }

            if (end.LetsGoOn && hand.Sight.Mode == awaited.Mode)
            {
                return StepEnd.Done;
            }

            if (time.GetElapsedTime(startedAt) >= deadline)
            {
                return StepEnd.Failed(
                    FailureCode.ModeNotReached, $"The phone was not seen in mode {awaited.Mode} within {deadline.TotalSeconds:0} s.");
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
