namespace Espero.VirtualPhone.Gadget;

/// <summary>What the gadget's one interface says it is (USB 2.0, table 9-12).</summary>
internal readonly record struct GadgetFace(byte Class, byte SubClass, byte Protocol)
{
    /// <summary>A bootloader that speaks fastboot.</summary>
    public static GadgetFace Fastboot => new(0xFF, 0x42, 0x03);

    /// <summary>Samsung's download mode: CDC data.</summary>
    public static GadgetFace Download => new(0x0A, 0x00, 0x00);
}
