using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;
using Microsoft.Extensions.Logging;

namespace Espero.Station.Watch;

/// <summary>Looks at one port again and again, except while somebody else has the lease.</summary>
internal sealed partial class PortWatcher(
    PhonePort port, PhoneConnector connector, PortBoard board, WatchOptions options, TimeProvider time, ILogger<PortWatcher> logger)
{
    private PhoneSight? _seen;
    private string _stay = "";
    private long _fullLookAt;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            using (await port.LeaseAsync(cancellationToken))
            {
                await LookAsync(cancellationToken);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(options.PauseMilliseconds), time, cancellationToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var before = board.PhoneOn(port.Address.Path);
        var now = IsPluggedAnew() ? null : await SeeAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested(); // a look that was cut short says nothing
        board.Show(port.Address, now);
        Tell(before, now);
    }

    // A gap too short to be seen is still one: the port is shown empty for one look, and a countdown that runs for its phone ends.
    private bool IsPluggedAnew()
    {
        var before = _stay;
        _stay = connector.Stay(port.Address);
        return before.Length > 0 && _stay.Length > 0 && before != _stay;
    }

    private async Task<PhoneSight?> SeeAsync(CancellationToken cancellationToken)
    {
        var connected = await connector.ConnectAsync(port.Address, _ => { }, cancellationToken);
        if (!connected.Succeeded)
        {
            return Behind(connected.Error);
        }

        await using var talk = connected.Value;
        var look = await talk.GlanceAsync(cancellationToken);
        if (look.Succeeded && !IsKnown(look.Value))
        {
            look = await talk.LookAsync(cancellationToken);
            (_seen, _fullLookAt) = (look.Value, time.GetTimestamp());
        }

        return look.Succeeded ? Judged(Merge(look.Value)) : Behind(look.Error);
    }

    // A phone that nobody has asked anything for is being charged all the same.
    private PhoneSight Judged(PhoneSight sight) => sight with
    {
        Obstacle = BatteryCheck.Alarms(new PhoneFacts(sight.Facts)).Select(alarm => new TalkError(alarm.FailureCode, alarm.Detail)).FirstOrDefault()
            ?? connector.Shortage(port.Address),
    };

    // An empty port is no obstacle.
    private static PhoneSight? Behind(TalkError error) => error.IsAbsence ? null : PhoneSight.Behind(error);

    private bool IsKnown(PhoneSight quick) =>
        _seen is { } seen
        && seen.Serial == quick.Serial
        && seen.Mode == quick.Mode
        && time.GetElapsedTime(_fullLookAt) < TimeSpan.FromSeconds(options.FullLookSeconds);

    private PhoneSight Merge(PhoneSight look) =>
        _seen is { } seen ? look with { Facts = seen.Facts.SetItems(look.Facts) } : look;

    private void Tell(PhoneSight? before, PhoneSight? now)
    {
        switch (before, now)
        {
            case (null, { IsUsable: true }) or ({ IsUsable: false }, { IsUsable: true }):
                LogSeen(logger, port.Address.Number, now.Mode);
                break;
            case ({ IsUsable: true } or null, { IsUsable: false }):
                LogObstacle(logger, port.Address.Number, now.Obstacle?.FailureClass ?? "");
                break;
            case (not null, null):
                LogGone(logger, port.Address.Number);
                break;
        }
    }

    [LoggerMessage(3001, LogLevel.Information, "A phone was seen on port {Port} in mode {Mode}.")]
    private static partial void LogSeen(ILogger logger, uint port, Plan.V1.PhoneMode mode);

    [LoggerMessage(3002, LogLevel.Information, "The phone on port {Port} was gone.")]
    private static partial void LogGone(ILogger logger, uint port);

    [LoggerMessage(3003, LogLevel.Warning, "What was on port {Port} could not be used: {Obstacle}.")]
    private static partial void LogObstacle(ILogger logger, uint port, string obstacle);
}
