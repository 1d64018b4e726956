using System.Globalization;

namespace Espero.VirtualPhone.Gadget;

/// <summary>Under which ids a phone shows itself; each mode has its own, as real phones have.</summary>
internal readonly record struct GadgetIdentity(ushort Vendor, ushort Product)
{
    private const ushort Google = 0x18D1;

    /// <summary>AOSP bootloaders, and fastbootd after them (bootable/recovery, etc/init.rc).</summary>
    public static GadgetIdentity Fastboot => new(Google, 0x4EE0);

    /// <summary>A running system that offers files and no debugging.</summary>
    public static GadgetIdentity Files => new(Google, 0x4EE1);

    /// <summary>A running system with debugging on, and no files.</summary>
    public static GadgetIdentity System => new(Google, 0x4EE7);

    /// <summary>A recovery, and a sideload in it (bootable/recovery, etc/init.rc).</summary>
    public static GadgetIdentity Recovery => new(Google, 0xD001);

    /// <summary>As configfs takes a number.</summary>
    public static string Text(ushort id) => string.Create(CultureInfo.InvariantCulture, $"0x{id:x4}");
}
