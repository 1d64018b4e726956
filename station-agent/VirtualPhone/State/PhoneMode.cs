namespace Espero.VirtualPhone.State;

/// <summary>What the phone is doing. Only <see cref="Bootloader"/> answers fastboot.</summary>
public enum PhoneMode
{
    /// <summary>Waits for fastboot commands; the port is open.</summary>
    Bootloader,

    /// <summary>On its way to the bootloader or the system; the port is closed.</summary>
    Booting,

    /// <summary>The installed system runs; the port is closed until somebody holds the keys.</summary>
    System,
}
