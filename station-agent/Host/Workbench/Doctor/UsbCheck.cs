using Espero.Station.Protocols.Usb;
using Espero.Station.Recipes.Words;
using Espero.Station.Workbench.Doctor.Udev;

namespace Espero.Station.Workbench.Doctor;

/// <summary>How fast the phones' sockets are, whether they get enough power, and whether the kernel keeps them awake.</summary>
internal sealed class UsbCheck(PcPlaces places)
{
    private readonly UsbPower _power = new(places.Usb);

    public IEnumerable<Finding> Look()
    {
        var phones = new UsbTree(places.Usb).List().Where(device => device.Kind is not UsbPhoneKind.Unknown).ToArray();
        var power = phones.Select(OverCurrent).OfType<Finding>().Concat(_power.Shortages().Select(Of)).ToArray();
        return
        [
            .. phones.Select(Speed),
            .. power.Length > 0 ? power : [EnoughPower()],
            .. phones.Where(MayFallAsleep).Select(Sleepy),
        ];
    }

    private static Finding Speed(UsbDevice phone) => phone.Speed < UsbSpeed.High
        ? new Finding("usb-speed", Health.Doubtful, new Sentence(
            $"The phone on port {phone.PortPath} runs at {Words(phone.Speed).English}: too slow for a system. Use another cable or port.",
            $"Le téléphone sur la prise {phone.PortPath} est à {Words(phone.Speed).French} : trop lent pour un système. "
            + "Changez de câble ou de prise."))
        : new Finding("usb-speed", Health.Good, new Sentence(
            $"The phone on port {phone.PortPath} runs at {Words(phone.Speed).English}.",
            $"Le téléphone sur la prise {phone.PortPath} est à {Words(phone.Speed).French}."));

    private static Sentence Words(UsbSpeed speed) => speed switch
    {
        UsbSpeed.Low => new("1.5 Mbit/s", "1,5 Mbit/s"),
        UsbSpeed.Full => new("12 Mbit/s", "12 Mbit/s"),
        UsbSpeed.High => new("480 Mbit/s", "480 Mbit/s"),
        UsbSpeed.Super => new("5 Gbit/s or more", "5 Gbit/s ou plus"),
        UsbSpeed.Unknown => new("an unknown speed", "une vitesse inconnue"),
    };

    private Finding? OverCurrent(UsbDevice phone) => _power.OverCurrents(phone.PortPath) is > 0
        ? new Finding("usb-power", Health.Bad, new Sentence(
            $"Too much current has flowed through port {phone.PortPath}, and its hub switched it off. "
            + "Unplug the phone and use neither this cable nor this port again until somebody has looked at both.",
            $"Trop de courant est passé par la prise {phone.PortPath}, et son hub l'a coupée. "
            + "Débranchez le téléphone et n'utilisez plus ni ce câble ni cette prise avant que quelqu'un les ait examinés."))
        : null;

    private static Finding Of(UsbShortage shortage) => new("usb-power", Health.Bad, new Sentence(
        $"The hub {shortage.Hub} has no power supply of its own: its cable gives {shortage.AvailableMilliamps} mA and its devices want "
        + $"{shortage.WantedMilliamps} mA{Starved(shortage, "; without power: ")}. "
        + "Plug in the hub's power supply, or take a powered hub.",
        $"Le hub {shortage.Hub} n'a pas d'alimentation propre : son câble donne {shortage.AvailableMilliamps} mA "
        + $"et ses appareils demandent {shortage.WantedMilliamps} mA{Starved(shortage, " ; sans courant : ")}. "
        + "Branchez l'alimentation du hub, ou prenez un hub alimenté."));

    private static string Starved(UsbShortage shortage, string words) =>
        shortage.Starved.Count > 0 ? words + string.Join(", ", shortage.Starved) : "";

    private static Finding EnoughPower() => new("usb-power", Health.Good, new Sentence(
        "Every USB hub has enough power for what is plugged in.", "Chaque hub USB a assez de courant pour ce qui est branché."));

    private bool MayFallAsleep(UsbDevice phone)
    {
        var control = Path.Combine(places.Usb, phone.PortPath, "power", "control");
        return File.Exists(control) && File.ReadAllText(control).Trim() == "auto";
    }

    private static Finding Sleepy(UsbDevice phone) => new(
        "usb-sleep",
        Health.Doubtful,
        new Sentence(
            $"Linux may put the phone on port {phone.PortPath} to sleep between two commands. Espero's udev rules forbid it.",
            $"Linux peut endormir le téléphone sur la prise {phone.PortPath} entre deux commandes. "
            + "Les règles udev d'Espero l'interdisent."),
        EsperoRules.Mend);
}
