namespace Espero.Station.Workbench.Doctor.Udev;

/// <summary>A USB device as rules ask about it.</summary>
/// <param name="Vendor">Four small hexadecimal digits.</param>
/// <param name="Product">Four small hexadecimal digits.</param>
/// <param name="Interfaces">As udev's usb_id writes them: <c>:ff4201:ff4203:</c>.</param>
internal sealed record UdevDevice(string Vendor, string Product, string Interfaces);
