using System.Globalization;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Faults;

/// <summary>Reads what people write after <c>--fault</c>.</summary>
public static class FaultParser
{
    public const string Syntax =
        "fail@N:TEXT, fail:COMMANDPREFIX:TEXT, silent@N, silent:COMMANDPREFIX, nonsense@N, nonsense:COMMANDPREFIX, " +
        "cut@BYTES, chatty:COMMANDPREFIX, heat@N, heat:COMMANDPREFIX, heat-after@BYTES, cut:COMMANDPREFIX, " +
        "lost-answer:COMMANDPREFIX, unplug:COMMANDPREFIX, flap@BYTES, drip:BYTES_PER_S, " +
        "serial-after-reboot:OTHER, hang-reboot, " +
        "lands:MODE:OTHERMODE, getvar:NAME=VALUE, getprop:NAME=VALUE, lose@N, double@N, sideload-breaks-off@TIMES, consents@N, " + MisbehaviourName.All +
        ", or a failure class such as bootloader-locked";

    // The prefix of fail: may itself hold a colon (flash:boot_a), which is then written twice.
    private const string DoubledColon = "\0";

    // A fastboot reply has at most 256 bytes, four of which say FAIL.
    private const int MaxTextLength = 252;
    private const int ChattyLines = 5;

    public static FaultParsing Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var nameLength = text.AsSpan().IndexOfAny('@', ':');
        var (name, argument) = nameLength < 0 ? (text, "") : (text[..(nameLength + 1)], text[(nameLength + 1)..]);
        return name switch
        {
            "fail@" => FailAt(text, argument),
            "fail:" => FailOn(text, argument),
            "silent@" => Numbered(text, argument, "command number", number => At(number, new SilenceEffect())),
            "silent:" => On(text, argument, new SilenceEffect()),
            "nonsense@" => Numbered(text, argument, "command number", number => At(number, new NonsenseEffect())),
            "nonsense:" => On(text, argument, new NonsenseEffect()),
            "chatty:" => On(text, argument, new ChattyEffect(ChattyLines)),
            "heat@" => Numbered(text, argument, "command number", number => At(number, new HeatEffect())),
            "heat:" => On(text, argument, new HeatEffect()),
            "heat-after@" => Numbered(text, argument, "number of bytes", bytes => new HeatFault(bytes)),
            "cut@" => Numbered(text, argument, "number of bytes", bytes => new CutFault(bytes)),
            "cut:" => On(text, argument, new DropEffect(Unplugs: false)),
            "lost-answer:" => On(text, argument, new LostAnswerEffect()),
            "unplug:" => On(text, argument, new DropEffect(Unplugs: true)),
            "flap@" => Numbered(text, argument, "number of bytes", bytes => new FlapFault(bytes)),
            "drip:" => Numbered(text, argument, "number of bytes", bytes => new DripFault(bytes)),
            "lose@" => Numbered(text, argument, "number of packets", number => new PacketLossFault(number)),
            "double@" => Numbered(text, argument, "number of packets", number => new PacketDoublingFault(number)),
            "sideload-breaks-off@" => Numbered(text, argument, "number of sideloads", times => new SideloadCutFault(times)),
            "consents@" => Numbered(text, argument, "number of a question", number => new LateConsentFault(number)),
            "serial-after-reboot:" when PhoneSerial.IsValid(argument) => FaultParsing.Of(new OtherSerialFault(argument)),
            "serial-after-reboot:" => FaultParsing.Refused(text, $"'{argument}' is no serial; {PhoneSerial.Rule}"),
            "hang-reboot" => FaultParsing.Of(new HangFault()),
            "lands:" => Lands(text, argument),
            "getvar:" => Named(text, argument, (variable, value) => new VariableFault(variable, value)),
            "getprop:" => Named(text, argument, (property, value) => new PropertyFault(property, value)),
            _ => Whole(text, name),
        };
    }

    private static FaultParsing Whole(string text, string name) =>
        MisbehaviourName.Find(text) is { } what ? FaultParsing.Of(new MisbehaviourFault(what))
        : FaultCatalogue.Find(text) is not { } failure ? FaultParsing.Refused(text, $"there is no fault '{name}'")
        : failure.Faults.IsEmpty ? FaultParsing.Refused(text, $"no phone can bring this about: {failure.How}")
        : FaultParsing.Of(failure.Faults);

    private static FaultParsing FailAt(string text, string argument)
    {
        var (number, reply) = SplitAtColon(argument);
        return reply is { Length: > 0 and <= MaxTextLength }
            ? Numbered(text, number, "command number", at => At(at, new FailEffect(reply)))
            : FaultParsing.Refused(text, $"it needs a text of 1 to {MaxTextLength} characters");
    }

    private static FaultParsing FailOn(string text, string argument)
    {
        var (prefix, reply) = SplitAtColon(argument.Replace("::", DoubledColon, StringComparison.Ordinal));
        return prefix.Length > 0 && reply is { Length: > 0 and <= MaxTextLength }
            ? FaultParsing.Of(new CommandFault(new OnCommand(Single(prefix)), new FailEffect(Single(reply))))
            : FaultParsing.Refused(text, $"it needs the beginning of a command and a text of 1 to {MaxTextLength} characters");
    }

    private static FaultParsing On(string text, string prefix, CommandEffect effect) => prefix.Length > 0
        ? FaultParsing.Of(new CommandFault(new OnCommand(prefix), effect))
        : FaultParsing.Refused(text, "it needs the beginning of a command");

    private static FaultParsing Lands(string text, string argument)
    {
        var (wanted, reached) = SplitAtColon(argument);
        return ModeWord.Find(wanted) is { } from && ModeWord.Find(reached ?? "") is { } to
            ? FaultParsing.Of(new LandingFault(from, to))
            : FaultParsing.Refused(text, $"it needs two modes out of {ModeWord.All}");
    }

    private static FaultParsing Named(string text, string argument, Func<string, string, Fault> make) =>
        argument.Split('=', 2) is [{ Length: > 0 } name, { Length: <= MaxTextLength } value]
            ? FaultParsing.Of(make(name, value))
            : FaultParsing.Refused(text, $"it needs a name, an equals sign and a value of at most {MaxTextLength} characters");

    private static string Single(string text) => text.Replace(DoubledColon, ":", StringComparison.Ordinal);

    private static (string Before, string? After) SplitAtColon(string argument)
    {
        var colon = argument.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (argument, null) : (argument[..colon], argument[(colon + 1)..]);
    }

    private static FaultParsing Numbered(string text, string digits, string what, Func<long, Fault> make) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? FaultParsing.Of(make(number))
            : FaultParsing.Refused(text, $"'{digits}' is no {what} from 1 to {long.MaxValue}");

    private static CommandFault At(long number, CommandEffect effect) => new(new AtCommand(number), effect);
}
