namespace Espero.VirtualPhone.State;

/// <summary>What the bootloader remembers about one slot.</summary>
/// <param name="Name"><c>a</c> or <c>b</c>; empty for the only slot of a phone without slots.</param>
/// <param name="Bootable">Whether its boot partition holds something: the factory's image or one written since.</param>
/// <param name="Successful">Whether it has reached the system since its boot partition was written.</param>
/// <param name="Unbootable">Whether the bootloader has given it up.</param>
/// <param name="RetriesLeft">How often the bootloader will still try, 0 to 7.</param>
public sealed record SlotState(string Name, bool Bootable, bool Successful, bool Unbootable, int RetriesLeft)
{
    public const int MaxRetries = 7;

    /// <summary>The system this slot holds; null when nothing says which, as after its partitions were written.</summary>
    public InstalledSystem? System { get; init; }

    /// <summary>Whether the boot partition has been written since the phone left its factory: only then is it looked at.</summary>
    public bool BootWritten { get; init; }

    /// <summary>Whether the system partition has been written since the slot last started: only then is it looked at.</summary>
    public bool SystemWritten { get; init; }

    public static SlotState Factory(string name, bool bootable, InstalledSystem? system = null) =>
        new(name, bootable, Successful: bootable, Unbootable: false, MaxRetries) { System = system };

    /// <summary>A new image has not proven itself, whatever the old one had.</summary>
    public SlotState Written() =>
        this with { Bootable = true, Successful = false, Unbootable = false, RetriesLeft = MaxRetries, BootWritten = true };

    public SlotState Erased() => this with { Bootable = false, Successful = false };

    public SlotState SystemReplaced(bool written) => this with { System = null, SystemWritten = written };

    /// <summary>A package was installed: what boots next is its system.</summary>
    public SlotState Installed(InstalledSystem system) => Written() with { System = system, SystemWritten = false, BootWritten = false };

    /// <summary>Choosing a slot gives it a fresh set of tries.</summary>
    public SlotState Chosen() => this with { Successful = false, Unbootable = false, RetriesLeft = MaxRetries };

    public SlotState Booted() => this with { Successful = true, RetriesLeft = MaxRetries };

    public SlotState FailedToBoot()
    {
        var left = Math.Max(0, RetriesLeft - 1);
        return this with { RetriesLeft = left, Unbootable = left == 0 };
    }
}
