using System.Collections.Immutable;
using Espero.VirtualPhone.Bootloader;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Faults;

/// <summary>Knows how far the phone's life has come, and so which fault is due. Any connection may ask.</summary>
internal sealed class FaultSchedule(ImmutableArray<Fault> faults)
{
    private readonly Lock _counting = new();
    private readonly Queue<long> _cuts = new(faults.OfType<CutFault>().Select(cut => cut.AfterBytes).Order());
    private readonly long _sideloadCuts = faults.OfType<SideloadCutFault>().Sum(cut => cut.Times);
    private readonly long _consentsAt = faults.OfType<LateConsentFault>().Max(consent => (long?)consent.AtQuestion) ?? 0;
    private readonly long _heatsAfter = faults.OfType<HeatFault>().Min(heat => (long?)heat.AfterBytes) ?? long.MaxValue;
    private int _unplugged;
    private long _writtenBytes;
    private long _sideloads;
    private long _questions;
    private long _commands;
    private long _receivedBytes;

    /// <summary>The slowest drip wanted, or null.</summary>
    public long? DripBytesPerSecond { get; } = faults.OfType<DripFault>().Min(drip => (long?)drip.BytesPerSecond);

    /// <summary>After how many bytes every single connection breaks, or null.</summary>
    public long? FlapAfterBytes { get; } = faults.OfType<FlapFault>().Min(flap => (long?)flap.AfterBytes);

    public bool HangsOnReboot { get; } = faults.OfType<HangFault>().Any();

    public bool TouchesTheWire => DripBytesPerSecond is not null || FlapAfterBytes is not null || _cuts.Count > 0;

    /// <summary>How many bytes may still come before the next cut.</summary>
    public long BytesBeforeCut
    {
        get
        {
            lock (_counting)
            {
                return _cuts.TryPeek(out var cut) ? cut - _receivedBytes : long.MaxValue;
            }
        }
    }

    public bool Has(Misbehaviour what) => faults.Contains(new MisbehaviourFault(what));

    /// <summary>Counts received bytes, and says whether the connection breaks now.</summary>
    public bool CutsAfter(int receivedBytes)
    {
        lock (_counting)
        {
            _receivedBytes += receivedBytes;
            var cuts = false;
            while (_cuts.TryPeek(out var cut) && cut <= _receivedBytes)
            {
                _cuts.Dequeue();
                cuts = true;
            }

            return cuts;
        }
    }

    /// <summary>Counts bytes that are written to the phone, and says whether its battery turns hot over them.</summary>
    public bool HeatsAfter(int writtenBytes)
    {
        var written = Interlocked.Add(ref _writtenBytes, writtenBytes);
        return written >= _heatsAfter && written - writtenBytes < _heatsAfter;
    }

    /// <summary>The cable comes out.</summary>
    public void Unplug() => Interlocked.Exchange(ref _unplugged, 1);

    /// <summary>Whether the cable has come out since this was last asked.</summary>
    public bool TakeUnplug() => Interlocked.Exchange(ref _unplugged, 0) == 1;

    /// <summary>Counts a command, and says what happens to it instead of being run; null for nothing.</summary>
    public CommandEffect? For(string command)
    {
        var number = Interlocked.Increment(ref _commands);
        return faults.OfType<CommandFault>().FirstOrDefault(fault => fault.When.Meets(number, command))?.Effect;
    }

    /// <summary>Counts a sideload, and says whether it breaks off.</summary>
    public bool CutsSideload() => Interlocked.Increment(ref _sideloads) <= _sideloadCuts || Has(Misbehaviour.SideloadBreaksOff);

    /// <summary>Counts a question on the screen, and says whether somebody answers it with yes.</summary>
    public bool FindsConsent() => Interlocked.Increment(ref _questions) >= _consentsAt && !Has(Misbehaviour.IgnoresLock);

    public string SerialAfterReboot(string serial) => faults.OfType<OtherSerialFault>().LastOrDefault()?.Serial ?? serial;

    /// <summary>Where a reboot ends that was to lead to <paramref name="target"/>.</summary>
    public BootTarget LandingOf(BootTarget target) =>
        faults.OfType<LandingFault>().FirstOrDefault(fault => Target(fault.Wanted) == Sent(target)) is { } landing
            ? Target(landing.Reached)
            : target;

    public IReadOnlyList<(string Name, string Value)> Variables { get; } =
        [.. faults.OfType<VariableFault>().Select(fault => (fault.Name, fault.Value))];

    public IReadOnlyList<(string Name, string Value)> Properties { get; } =
        [.. faults.OfType<PropertyFault>().Select(fault => (fault.Name, fault.Value))];

    // A recovery that was only sent is a recovery too.
    private static BootTarget Sent(BootTarget target) => target == BootTarget.DownloadedImage ? BootTarget.Recovery : target;

    private static BootTarget Target(PhoneMode mode) => mode switch
    {
        PhoneMode.Bootloader => BootTarget.Bootloader,
        PhoneMode.System => BootTarget.System,
        PhoneMode.Recovery => BootTarget.Recovery,
        PhoneMode.Sideload => BootTarget.Sideload,
        PhoneMode.Fastbootd => BootTarget.Fastbootd,
        PhoneMode.Download => BootTarget.Download,
        PhoneMode.Edl => BootTarget.Edl,
        PhoneMode.Off or PhoneMode.Booting => BootTarget.Off,
    };
}
