using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Protocols.Adb;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Watch;

/// <summary>A phone in its system, its recovery, or waiting for a package.</summary>
internal sealed class AdbTalk(AdbClient client, AdbDevice device, PhoneMode mode) : PhoneTalk
{
    private const string SerialFact = "getprop.ro.serialno";

    private readonly AdbPhone _phone = client.Phone(
        device.TransportId is { } id ? AdbTarget.ByTransport(id) : AdbTarget.BySerial(device.Serial));

    private bool _over;

    public PhoneMode Mode => mode;

    public override bool IsOpen => !_over;

    public AdbPhone Phone => _phone;

    /// <summary>Null for a state that is no mode of a phone that can be worked with.</summary>
    public static PhoneMode? ModeOf(AdbState state) => state switch
    {
        AdbState.Device => PhoneMode.System,
        AdbState.Recovery => PhoneMode.Recovery,
        AdbState.Sideload or AdbState.Rescue => PhoneMode.Sideload,
        AdbState.Unknown or AdbState.Connecting or AdbState.Authorizing or AdbState.Unauthorized or AdbState.NoPermissions
            or AdbState.Offline or AdbState.Bootloader or AdbState.Host => null,
    };

    public override async Task<TalkResult<PhoneSight>> LookAsync(CancellationToken cancellationToken)
    {
        if (mode is PhoneMode.Sideload)
        {
            return Sight(ImmutableSortedDictionary<string, string>.Empty); // it takes packages and answers nothing
        }

        var facts = await _phone.GetFactsAsync(cancellationToken);
        return facts.Succeeded ? Sight(facts.Value) : facts.Error.ToTalkError();
    }

    public override async Task<TalkResult<PhoneSight>> GlanceAsync(CancellationToken cancellationToken)
    {
        if (mode is PhoneMode.Sideload)
        {
            return Sight(ImmutableSortedDictionary<string, string>.Empty);
        }

        var serial = await _phone.ShellAsync("getprop ro.serialno", cancellationToken);
        return serial.Succeeded
            ? Sight(ImmutableSortedDictionary<string, string>.Empty.Add(SerialFact, serial.Value.Output.Trim()))
            : serial.Error.ToTalkError();
    }

    // A look brings all that adb knows.
    public override Task<TalkResult<PhoneSight>> AskAsync(PhoneSight sight, IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        Task.FromResult<TalkResult<PhoneSight>>(sight);

    public override async Task<TalkResult<PhoneSight>> FeelBatteryAsync(PhoneSight sight, CancellationToken cancellationToken)
    {
        if (mode is PhoneMode.Sideload)
        {
            return sight;
        }

        var battery = await _phone.GetBatteryAsync(cancellationToken);
        return battery.Succeeded
            ? sight.With(AdbFacts.Of(ImmutableSortedDictionary<string, string>.Empty, battery.Value))
            : battery.Error.ToTalkError();
    }

    public override async Task<TalkResult<bool>> RebootAsync(RebootTarget target, CancellationToken cancellationToken)
    {
        AdbRebootTarget? wanted = target switch
        {
            RebootTarget.System => AdbRebootTarget.System,
            RebootTarget.Bootloader => AdbRebootTarget.Bootloader,
            RebootTarget.Fastbootd => AdbRebootTarget.Fastbootd,
            RebootTarget.Recovery => AdbRebootTarget.Recovery,
            RebootTarget.Sideload => AdbRebootTarget.Sideload,
            RebootTarget.Download => AdbRebootTarget.Download,
            RebootTarget.Edl => AdbRebootTarget.Edl,
            RebootTarget.Continue or RebootTarget.Unspecified => null,
        };
        if (wanted is not { } word)
        {
            return new TalkError(FailureCode.CommandNotSupported, $"A phone in mode {mode} cannot restart into {target}.");
        }

        var answer = await _phone.RebootAsync(word, cancellationToken);
        if (!answer.Succeeded)
        {
            return answer.Error.ToTalkError();
        }

        _over = true;
        return true;
    }

    /// <summary>The phone left this mode by itself.</summary>
    public void End() => _over = true;

    public override ValueTask DisposeAsync()
    {
        _over = true;
        return ValueTask.CompletedTask;
    }

    // On the network the server's name for it is an address, which is nobody's mark.
    private PhoneSight Sight(ImmutableSortedDictionary<string, string> facts) => new()
    {
        Mode = mode,
        Serial = facts.GetValueOrDefault(SerialFact) is { Length: > 0 } serial ? serial : device.DevicePath is null ? "" : device.Serial,
        Facts = facts,
    };
}
