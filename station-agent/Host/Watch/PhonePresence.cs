namespace Espero.Station.Watch;

/// <summary>What the USB descriptors at a port show, without a word to the phone.</summary>
internal enum PhonePresence
{
    Nothing,
    Bootloader,

    /// <summary>A gadget of a running system: files, adb, or charging only.</summary>
    System,
}
