using System.CommandLine;
using System.CommandLine.Help;
using System.Net;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.Recorded;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.CommandLine;

/// <summary>The options of <c>espero-phone</c>: their names, their texts, and how they become <see cref="VirtualPhoneOptions"/>.</summary>
internal sealed class PhoneCommandLine
{
    private readonly Option<PhoneModel?> _model = new("--model")
    {
        Description = $"Which phone to play: {string.Join(", ", ModelCatalog.All.Select(model => model.Name))}.",
        CustomParser = Reading.Of(text => ModelCatalog.Find(text), text =>
            $"There is no model '{text}'. Known models are {string.Join(", ", ModelCatalog.All.Select(model => model.Name))}."),
    };

    private readonly Option<FileInfo?> _from = new("--from")
    {
        Description = "Play the real phone whose facts 'espero-station facts' recorded in this file, instead of a model.",
        HelpName = "FACTS.json",
    };

    private readonly Option<IPEndPoint?> _listen = new("--listen")
    {
        Description = "Where fastboot listens, as tcp:ADDRESS:PORT; port 0 takes a free one, as does leaving this out.",
        HelpName = "tcp:127.0.0.1:PORT",
        CustomParser = Reading.Of(
            text => Reading.ListenAddress(text, Reading.TcpScheme), text => $"'{text}' is no address like tcp:127.0.0.1:5554."),
    };

    private readonly Option<IPEndPoint?> _adb = new("--adb")
    {
        Description = "Where adb listens in the system, the recovery and the sideload; no adb without this.",
        HelpName = "tcp:127.0.0.1:PORT",
        CustomParser = Reading.Of(
            text => Reading.ListenAddress(text, Reading.TcpScheme), text => $"'{text}' is no address like tcp:127.0.0.1:5555."),
    };

    private readonly Option<IPEndPoint?> _udp = new("--udp")
    {
        Description = "Where fastboot listens over UDP too; not at all without this.",
        HelpName = "udp:127.0.0.1:PORT",
        CustomParser = Reading.Of(
            text => Reading.ListenAddress(text, Reading.UdpScheme), text => $"'{text}' is no address like udp:127.0.0.1:5554."),
    };

    private readonly Option<AdbTrust?> _adbTrust = new("--adb-trust")
    {
        Description = "Which adb servers the system lets in: anybody (and without this), ask (somebody must accept the key, " +
            "which is the signal USR2 to this program) or accept (somebody does so at once).",
        HelpName = "anybody|ask|accept",
        CustomParser = Reading.OfValue(Reading.Trust, text => $"'{text}' is neither anybody, ask nor accept."),
    };

    private readonly Option<string?> _debugging =
        Switch("--usb-debugging", "Whether USB debugging is on in the system's settings: on or off. A wipe switches it off.");

    private readonly Option<bool> _adbStaysOn = new("--adb-survives-wipe")
    {
        Description = "USB debugging survives a wipe, as in systems built for tests.",
    };

    private readonly Option<int?> _temperature = new("--temperature")
    {
        Description = "Temperature of the battery, 0 to 100 degrees Celsius.",
        HelpName = "CELSIUS",
        CustomParser = Reading.OfValue(Reading.Temperature, text => $"'{text}' is no temperature from 0 to 100."),
    };

    private readonly Option<string?> _usb = new("--usb")
    {
        Description = "Appear behind this USB device controller instead of listening; its gadget must be made before.",
        HelpName = "dummy_udc.0",
    };

    private readonly Option<DirectoryInfo> _store = new("--store")
    {
        Description = "Directory of the phone's partitions and state; a new phone is made where there is none.",
        HelpName = "DIR",
        Required = true,
    };

    private readonly Option<string?> _serial = new("--serial")
    {
        Description = "Serial of a new phone; one is made up without it. A phone that is in DIR keeps its own.",
        CustomParser = Reading.Of(text => PhoneSerial.IsValid(text) ? text : null, text => $"'{text}' is no serial; {PhoneSerial.Rule}."),
    };

    private readonly Option<bool> _locked = new("--locked")
    {
        Description = "A new phone starts locked. A phone that is in DIR keeps its lock.",
    };

    private readonly Option<string?> _unlockCode = new("--unlock-code")
    {
        Description = "The bootloader opens only by this code, as one that a maker gives for a single phone.",
        HelpName = "CODE",
    };

    private readonly Option<string?> _oemUnlock =
        Switch("--oem-unlock", "Whether the owner allows unlocking in the system's settings: on or off.");

    private readonly Option<int?> _battery = new("--battery")
    {
        Description = "Charge of the battery, 0 to 100.",
        HelpName = "PERCENT",
        CustomParser = Reading.OfValue(Reading.Percent, text => $"'{text}' is no charge from 0 to 100."),
    };

    private readonly Option<bool> _discard = new("--discard")
    {
        Description = "Throw away what is sent, as fast as it comes: for measuring. No partition is written.",
    };

    private readonly Option<long?> _rate = new("--rate")
    {
        Description = "Take at most so many bytes in a second.",
        HelpName = "BYTES_PER_S",
        CustomParser = Reading.OfValue(Reading.ByteCount, text => $"'{text}' is no number of bytes from 1."),
    };

    private readonly Option<TimeSpan?> _bootTime = new("--boot-time")
    {
        Description = "How long every start takes, of any mode; 1 without it.",
        HelpName = "SECONDS",
        CustomParser = Reading.OfValue(Reading.Seconds, text => $"'{text}' is no time from 0 to {Reading.MaxSeconds} seconds."),
    };

    private readonly Option<long?> _maxDownloadSize = new("--max-download-size")
    {
        Description = "Replaces the model's largest download; decimal or hexadecimal with 0x.",
        HelpName = "BYTES",
        CustomParser = Reading.OfValue(Reading.DownloadSize, text => $"'{text}' is no number of bytes from 1 to {uint.MaxValue}."),
    };

    private readonly Option<PhoneMode?> _mode = new("--mode")
    {
        Description = "Where the phone is when the program starts: bootloader (as with the keys held, and without this), " +
            "system, recovery, sideload, fastbootd, download, edl or off.",
        HelpName = "MODE",
        CustomParser = Reading.OfValue(ModeWord.Find, text => $"'{text}' is no mode to start in; they are {ModeWord.All}."),
    };

    private readonly Option<Fault[]> _faults = new("--fault")
    {
        Description = $"Something that goes wrong; may be given several times: {FaultParser.Syntax}.",
        HelpName = "FAULT",
        CustomParser = Reading.Faults,
    };

    public RootCommand Root(Func<Func<VirtualPhoneOptions>, CancellationToken, Task<int>> run)
    {
        var root = new RootCommand("A phone in software, for trials, lessons and tests, which adb and fastboot accept.")
        {
            _model, _from, _listen, _usb, _adb, _udp, _store, _serial, _locked, _unlockCode, _oemUnlock, _battery, _temperature, _debugging,
            _adbTrust, _adbStaysOn, _discard, _rate, _bootTime, _maxDownloadSize, _mode, _faults,
        };
        root.Validators.Add(result =>
        {
            if (result.GetResult(_model) is null == result.GetResult(_from) is null)
            {
                result.AddError("Give either --model or --from, to say which phone to play.");
            }
        });
        root.SetAction((parsed, cancellationToken) => run(() => Read(parsed), cancellationToken));
        if (root.Options.OfType<HelpOption>().Single() is { Action: HelpAction help } option)
        {
            option.Action = new ExampleFirstHelp(help);
        }

        return root;
    }

    private static Option<string?> Switch(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "on|off",
        CustomParser = Reading.Of(text => Reading.OnOff(text) is null ? null : text, text => $"'{text}' is neither on nor off."),
    };

    private PhoneModel Model(ParseResult parsed)
    {
        var model = parsed.GetValue(_model) ?? RecordedPhone.Load(parsed.GetRequiredValue(_from)!.FullName);
        return parsed.GetValue(_unlockCode) is { } code ? model with { UnlockCode = code, HasOemCommands = true } : model;
    }

    private VirtualPhoneOptions Read(ParseResult parsed) => new()
    {
        Model = Model(parsed),
        Listen = parsed.GetValue(_listen) ?? new IPEndPoint(IPAddress.Loopback, 0),
        UsbController = parsed.GetValue(_usb),
        ListenAdb = parsed.GetValue(_adb),
        ListenUdp = parsed.GetValue(_udp),
        AdbTrust = parsed.GetValue(_adbTrust) ?? AdbTrust.Anybody,
        AdbEnabled = Reading.OnOff(parsed.GetValue(_debugging)),
        AdbStaysOn = parsed.GetValue(_adbStaysOn),
        BatteryTemperatureTenths = parsed.GetValue(_temperature),
        StoreDirectory = parsed.GetRequiredValue(_store).FullName,
        Serial = parsed.GetValue(_serial),
        Locked = parsed.GetValue(_locked),
        UnlockAllowed = Reading.OnOff(parsed.GetValue(_oemUnlock)),
        BatteryPercent = parsed.GetValue(_battery),
        Discard = parsed.GetValue(_discard),
        RateBytesPerSecond = parsed.GetValue(_rate),
        BootTime = parsed.GetValue(_bootTime) ?? TimeSpan.FromSeconds(1),
        MaxDownloadSizeBytes = parsed.GetValue(_maxDownloadSize),
        StartMode = parsed.GetValue(_mode) ?? PhoneMode.Bootloader,
        Faults = [.. parsed.GetValue(_faults) ?? []],
    };
}
