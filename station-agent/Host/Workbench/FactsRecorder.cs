using Espero.Plan.V1;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Failures;
using Espero.Station.Watch;

namespace Espero.Station.Workbench;

/// <summary>
/// Has the phone on a port say all it knows, in the mode where it is or in every mode that speaks fastboot. Writes nothing.
/// </summary>
internal sealed class FactsRecorder(PhoneConnector connector, PortAddress port, TimeProvider time)
{
    private static readonly TimeSpan Restart = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <param name="everyMode">Leads it through its bootloader and its fastbootd; one that refuses fastbootd stays where it is.</param>
    public async Task<TalkResult<FactsRecord>> RecordAsync(bool everyMode, CancellationToken cancellationToken)
    {
        var first = await LookAsync(cancellationToken);
        if (!first.Succeeded)
        {
            return first.Error;
        }

        List<PhoneSight> sights = [first.Value];
        foreach (var target in everyMode ? RestOf(first.Value.Mode) : [])
        {
            var next = await LeadAsync(target, cancellationToken);
            if (target is RebootTarget.Fastbootd
                && next.Error is { FailureClass: FailureCode.CommandNotSupported or FailureCode.PhoneRefused })
            {
                break; // an older phone
            }

            if (!next.Succeeded)
            {
                return next.Error;
            }

            sights.Add(next.Value);
        }

        return FactsRecord.Of(sights);
    }

    // It ends in the bootloader, where it waits for nobody's touch.
    private static RebootTarget[] RestOf(PhoneMode mode) => mode is PhoneMode.Bootloader
        ? [RebootTarget.Fastbootd, RebootTarget.Bootloader]
        : [RebootTarget.Bootloader, RebootTarget.Fastbootd, RebootTarget.Bootloader];

    private async Task<TalkResult<PhoneSight>> LeadAsync(RebootTarget target, CancellationToken cancellationToken)
    {
        var connected = await connector.ConnectAsync(port, _ => { }, cancellationToken);
        if (!connected.Succeeded)
        {
            return connected.Error;
        }

        await using (var talk = connected.Value)
        {
            var restarted = await talk.RebootAsync(target, cancellationToken);
            if (!restarted.Succeeded)
            {
                return restarted.Error;
            }
        }

        return await AwaitAsync(target is RebootTarget.Fastbootd ? PhoneMode.Fastbootd : PhoneMode.Bootloader, cancellationToken);
    }

    private async Task<TalkResult<PhoneSight>> AwaitAsync(PhoneMode mode, CancellationToken cancellationToken)
    {
        var startedAt = time.GetTimestamp();
        while (true)
        {
            var look = await LookAsync(cancellationToken);
            if (look.Succeeded && look.Value.Mode == mode)
            {
                return look;
            }

            if (time.GetElapsedTime(startedAt) > Restart)
            {
                return look.Error ?? new TalkError(
                    FailureCode.PhoneNotSeen,
                    $"The phone was told to restart and did not come back as {mode} within {Restart.TotalMinutes} minutes.");
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private async Task<TalkResult<PhoneSight>> LookAsync(CancellationToken cancellationToken)
    {
        var connected = await connector.ConnectAsync(port, _ => { }, cancellationToken);
        if (!connected.Succeeded)
        {
            return connected.Error;
        }

        await using var talk = connected.Value;
        var look = await talk.LookAsync(cancellationToken);
        return look.Succeeded ? await talk.AskAsync(look.Value, [FactName.Partition], cancellationToken) : look;
    }
}
