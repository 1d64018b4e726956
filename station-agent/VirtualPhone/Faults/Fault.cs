using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Faults;

/// <summary>Something that goes wrong on demand. Faults are values; several may be given, and each acts by itself.</summary>
public abstract record Fault;

/// <summary>A command is answered wrongly: <paramref name="When"/> says which one, <paramref name="Effect"/> how.</summary>
public sealed record CommandFault(CommandTrigger When, CommandEffect Effect) : Fault;

/// <summary>The connection breaks once, when the phone has received this many bytes in total, framing included.</summary>
public sealed record CutFault(long AfterBytes) : Fault;

/// <summary>The battery turns hot when so many bytes have been written to the phone, by fastboot or by a push.</summary>
public sealed record HeatFault(long AfterBytes) : Fault;

/// <summary>Every connection breaks when so many bytes have come over it.</summary>
public sealed record FlapFault(long AfterBytes) : Fault;

/// <summary>Every byte in either direction takes its time, replies too.</summary>
public sealed record DripFault(long BytesPerSecond) : Fault;

/// <summary>After its next reboot the phone calls itself something else, and keeps that name.</summary>
public sealed record OtherSerialFault(string Serial) : Fault;

/// <summary>A reboot never ends; only somebody holding the keys brings the phone back.</summary>
public sealed record HangFault : Fault;

/// <summary>A reboot to one mode ends in another.</summary>
public sealed record LandingFault(PhoneMode Wanted, PhoneMode Reached) : Fault;

/// <summary>A variable of fastboot has another value; an empty one is a variable that the phone lacks.</summary>
public sealed record VariableFault(string Name, string Value) : Fault;

/// <summary>A property of the system or the recovery has another value; an empty one is a property that it lacks.</summary>
public sealed record PropertyFault(string Name, string Value) : Fault;

/// <summary>The phone as a whole misbehaves.</summary>
public sealed record MisbehaviourFault(Misbehaviour What) : Fault;

/// <summary>Every Nth packet of fastboot over UDP is lost, in either direction.</summary>
public sealed record PacketLossFault(long EveryNth) : Fault;

/// <summary>Every Nth packet of fastboot over UDP arrives twice.</summary>
public sealed record PacketDoublingFault(long EveryNth) : Fault;

/// <summary>So many sideloads end when half of the package has been read; the next one is taken.</summary>
public sealed record SideloadCutFault(long Times) : Fault;

/// <summary>Whether to lock or unlock is asked on the screen, and only the Nth question finds somebody who presses a key.</summary>
public sealed record LateConsentFault(long AtQuestion) : Fault;

/// <summary>The phone starts in another condition than the command line or its store says.</summary>
public sealed record ConditionFault : Fault
{
    public bool? Unlocked { get; init; }

    public bool? UnlockAllowed { get; init; }

    public bool? AdbEnabled { get; init; }

    public int? BatteryPercent { get; init; }

    public int? BatteryTemperatureTenths { get; init; }

    public SnapshotStatus? Snapshot { get; init; }

    public long? RollbackIndex { get; init; }

    public AdbTrust? AdbTrust { get; init; }

    /// <summary>The state of a phone in this condition.</summary>
    public PhoneState Apply(PhoneState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state with
        {
            Unlocked = Unlocked ?? state.Unlocked,
            UnlockAllowed = UnlockAllowed ?? state.UnlockAllowed,
            AdbEnabled = AdbEnabled ?? state.AdbEnabled,
            BatteryPercent = BatteryPercent ?? state.BatteryPercent,
            BatteryTemperatureTenths = BatteryTemperatureTenths ?? state.BatteryTemperatureTenths,
            Snapshot = Snapshot ?? state.Snapshot,
            RollbackIndex = RollbackIndex ?? state.RollbackIndex,
        };
    }
}
