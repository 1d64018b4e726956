namespace Espero.VirtualPhone.Gadget;

/// <summary>
/// The files of one USB gadget (kernel documentation, "Linux USB gadget configured through configfs" and "How FunctionFS
/// works"). The gadget is named like the device controller it belongs to, and its FunctionFS instances like it and their face.
/// </summary>
/// <param name="Controller">The name under /sys/class/udc, such as <c>dummy_udc.0</c>.</param>
internal sealed record GadgetPaths(string Controller)
{
    /// <summary>Empty while the gadget is unplugged, the controller's name while it is plugged in.</summary>
    public string Binding => Path.Combine(Gadget, "UDC");

    public string VendorId => Path.Combine(Gadget, "idVendor");

    public string ProductId => Path.Combine(Gadget, "idProduct");

    public string SerialNumber => Path.Combine(Gadget, "strings", "0x409", "serialnumber");

    /// <summary>Holds a link for each function that the phone shows.</summary>
    public string Shown => Path.Combine(Gadget, "configs", "c.1");

    public string Function(GadgetFace face) => Path.Combine(Gadget, "functions", $"ffs.{Controller}.{face.Name}");

    /// <summary>Takes the descriptors, and then makes the endpoints' files.</summary>
    public string Control(GadgetFace face) => Endpoint(face, "ep0");

    /// <summary>What the host sends; the first endpoint of <see cref="GadgetDescriptors"/>.</summary>
    public string Out(GadgetFace face) => Endpoint(face, "ep1");

    /// <summary>What the host receives; the second endpoint.</summary>
    public string In(GadgetFace face) => Endpoint(face, "ep2");

    private string Gadget => Path.Combine("/sys/kernel/config/usb_gadget", Controller);

    private string Endpoint(GadgetFace face, string name) => Path.Combine("/dev/usb-ffs", Controller, face.Name, name);
}
