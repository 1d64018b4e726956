namespace Espero.VirtualPhone.Gadget;

/// <summary>
/// The files of one USB gadget (kernel documentation, "Linux USB gadget configured through configfs" and "How FunctionFS
/// works"). Gadget and FunctionFS instance are named like the device controller they belong to.
/// </summary>
/// <param name="Controller">The name under /sys/class/udc, such as <c>dummy_udc.0</c>.</param>
internal sealed record GadgetPaths(string Controller)
{
    /// <summary>Empty while the gadget is unplugged, the controller's name while it is plugged in.</summary>
    public string Binding => Path.Combine(Configuration, "UDC");

    public string SerialNumber => Path.Combine(Configuration, "strings", "0x409", "serialnumber");

    /// <summary>Takes the descriptors, and then makes the endpoints' files.</summary>
    public string Control => Path.Combine(Functions, "ep0");

    /// <summary>What the host sends; the first endpoint of <see cref="GadgetDescriptors"/>.</summary>
    public string Out => Path.Combine(Functions, "ep1");

    /// <summary>What the host receives; the second endpoint.</summary>
    public string In => Path.Combine(Functions, "ep2");

    private string Configuration => Path.Combine("/sys/kernel/config/usb_gadget", Controller);

    private string Functions => Path.Combine("/dev/usb-ffs", Controller);
}
