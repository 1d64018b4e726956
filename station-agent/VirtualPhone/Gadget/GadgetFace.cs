namespace Espero.VirtualPhone.Gadget;

/// <summary>What the gadget's one interface says it is (USB 2.0, table 9-12).</summary>
/// <param name="Name">What its FunctionFS instance is called; the gadget has one for each face and shows one at a time.</param>
internal readonly record struct GadgetFace(string Name, byte Class, byte SubClass, byte Protocol)
{
    /// <summary>A bootloader or fastbootd that speaks fastboot.</summary>
    public static GadgetFace Fastboot => new("fastboot", 0xFF, 0x42, 0x03);

    /// <summary>A system, a recovery or a sideload that speaks adb.</summary>
    public static GadgetFace Adb => new("adb", 0xFF, 0x42, 0x01);

    /// <summary>A system whose debugging is off: it offers its pictures (MTP), to nobody who could use it here.</summary>
    public static GadgetFace Files => new("files", 0x06, 0x01, 0x01);

    /// <summary>Samsung's download mode: CDC data.</summary>
    public static GadgetFace Download => new("download", 0x0A, 0x00, 0x00);
}
