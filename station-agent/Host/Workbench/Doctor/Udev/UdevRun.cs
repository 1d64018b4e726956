using System.Collections.Immutable;

namespace Espero.Station.Workbench.Doctor.Udev;

/// <summary>One device on its way through all rules, as when it is plugged in.</summary>
internal sealed class UdevRun
{
    // Rules that come later tag a device for nothing: this file is where the tag is acted on.
    private const string SeatFile = "73-seat-late.rules";
    private readonly UdevDevice _device;
    private UdevGrant _grant = new();

    public UdevRun(UdevDevice device)
    {
        _device = device;
        Set("DEVTYPE", "usb_device");
        Set("ID_USB_INTERFACES", device.Interfaces); // by usb_id, in 50-udev-default.rules
    }

    public UdevGrant Grant => _grant;

    /// <summary>Takes the device through one file.</summary>
    public void Pass(string fileName, UdevWord[][] rules)
    {
        for (var i = 0; i < rules.Length; i++)
        {
            if (!rules[i].Where(word => word.IsCondition).All(Holds))
            {
                continue;
            }

            foreach (var order in rules[i].Where(word => !word.IsCondition))
            {
                Obey(fileName, order);
            }

            if (rules[i].FirstOrDefault(word => word is { Key: "GOTO", IsCondition: false }) is { } jump)
            {
                i = LabelBehind(rules, i, jump.Value);
            }
        }
    }

    // Udev jumps forward only; a label that is not there ends the file.
    private static int LabelBehind(UdevWord[][] rules, int from, string label)
    {
        var at = from + 1;
        while (at < rules.Length && !rules[at].Any(word => word.Key == "LABEL" && word.Value == label))
        {
            at++;
        }

        return at - 1;
    }

    // What would have to be run or looked up on a real device is taken not to hold: it proves no permission.
    private bool Holds(UdevWord word) => word.Key switch
    {
        "ACTION" => word.Holds("add"),
        "SUBSYSTEM" or "SUBSYSTEMS" => word.Holds("usb"),
        "DRIVER" or "DRIVERS" => word.Holds("usb"),
        "ENV" => word.Holds(_grant.Properties.GetValueOrDefault(word.Attribute)),
        "ATTR" or "ATTRS" when word.Attribute == "idVendor" => word.Holds(_device.Vendor),
        "ATTR" or "ATTRS" when word.Attribute == "idProduct" => word.Holds(_device.Product),
        "TEST" => word.Attribute.Length == 0 && word is { Operator: "==", Value: "power/control" }, // every USB device has it
        "IMPORT" => true, // not a condition, whatever sign it is written with
        _ => false,
    };

    private void Obey(string fileName, UdevWord order)
    {
        switch (order.Key)
        {
            case "MODE":
                _grant = _grant with { Mode = order.Value };
                break;
            case "GROUP":
                _grant = _grant with { Group = order.Value };
                break;
            case "ENV":
                Set(order.Attribute, order.Value);
                break;
            case "TAG" when order.Value == "uaccess" && string.CompareOrdinal(fileName, SeatFile) < 0:
                _grant = _grant with { IsForTheSeat = order.Operator != "-=" };
                break;
        }
    }

    private void Set(string property, string value) =>
        _grant = _grant with { Properties = _grant.Properties.SetItem(property, value) };
}
