using System.Globalization;
using Espero.Station.Protocols.Usb;

namespace Espero.Station.Workbench.Doctor;

/// <summary>Looks this PC over for everything that keeps phones from being written. Changes nothing.</summary>
internal sealed class StationHealth(UsbBus usb, string dataDirectory, TimeProvider time)
{
    private const long LeastFreeBytes = 10L << 30;
    private static readonly DateTimeOffset OldestPossible = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Debian's multiarch folders, and the plain ones of other systems.
    private static readonly string[] LibUsbPaths =
    [
        .. new[] { "/lib", "/usr/lib", "/lib64", "/usr/lib64", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu" }
            .Select(folder => $"{folder}/libusb-1.0.so.0"),
    ];

    private static readonly string[] RuleFolders = ["/etc/udev/rules.d", "/run/udev/rules.d", "/usr/lib/udev/rules.d", "/lib/udev/rules.d"];

    public IEnumerable<Finding> Look() =>
    [
        UdevRules(),
        .. Programs(),
        Library(),
        .. PhoneThieves.Look("/proc", ownAdb: null),
        .. Ports(),
        Disk(),
        Clock(),
    ];

    private static Finding UdevRules()
    {
        var rules = RuleFolders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.rules"))
            .Any(file => Path.GetFileName(file) is var name
                && (name.Contains("android", StringComparison.OrdinalIgnoreCase) || name.Contains("espero", StringComparison.OrdinalIgnoreCase)));
        return rules || Environment.IsPrivilegedProcess
            ? new Finding("udev-rules", Health.Good, new("This person may open phones.", "Cette personne peut ouvrir les téléphones."))
            : new Finding(
                "udev-rules",
                Health.Bad,
                new("No udev rules for phones are installed: only root may open them.", "Aucune règle udev pour téléphones : seul root peut les ouvrir."),
                "sudo apt-get install android-sdk-platform-tools-common");
    }

    private static IEnumerable<Finding> Programs() => new[] { ("adb", "adb"), ("heimdall", "heimdall-flash") }.Select(program =>
        OnPath(program.Item1)
            ? new Finding($"program-{program.Item1}", Health.Good, new($"{program.Item1} is installed.", $"{program.Item1} est installé."))
            : new Finding(
                $"program-{program.Item1}",
                program.Item1 == "adb" ? Health.Bad : Health.Doubtful,
                new($"The program {program.Item1} is not installed.", $"Le programme {program.Item1} n'est pas installé."),
                $"sudo apt-get install {program.Item2}"));

    private static Finding Library() => LibUsbPaths.Any(File.Exists)
        ? new Finding("library-libusb", Health.Good, new("libusb is installed.", "libusb est installé."))
        : new Finding(
            "library-libusb",
            Health.Bad,
            new("The library libusb is not installed: phones are seen and cannot be written.", "La bibliothèque libusb manque : les téléphones sont vus mais ne peuvent pas être écrits."),
            "sudo apt-get install libusb-1.0-0");

    private IEnumerable<Finding> Ports() => usb.List()
        .Where(device => device.Kind != UsbPhoneKind.Unknown)
        .Select(device => device.Speed < UsbSpeed.High
            ? new Finding(
                "usb-speed",
                Health.Doubtful,
                new(
                    $"The phone on port {device.PortPath} runs at {device.Speed} speed: use another cable or port.",
                    $"Le téléphone sur la prise {device.PortPath} est à la vitesse {device.Speed} : changez de câble ou de prise."))
            : new Finding(
                "usb-speed",
                Health.Good,
                new($"The phone on port {device.PortPath} runs at {device.Speed} speed.", $"Le téléphone sur la prise {device.PortPath} est à la vitesse {device.Speed}.")));

    private Finding Disk()
    {
        var free = new DriveInfo(Directory.CreateDirectory(dataDirectory).FullName).AvailableFreeSpace;
        var text = string.Create(CultureInfo.InvariantCulture, $"{free / (double)(1 << 30):0.0}");
        return free >= LeastFreeBytes
            ? new Finding("disk", Health.Good, new($"{text} GiB are free for files.", $"{text} Gio sont libres pour les fichiers."))
            : new Finding(
                "disk",
                Health.Doubtful,
                new(
                    $"Only {text} GiB are free in {dataDirectory}; one system needs up to 10. Make room on this disk.",
                    $"Il ne reste que {text} Gio dans {dataDirectory} ; un système en demande jusqu'à 10. Libérez de la place sur ce disque."));
    }

    private Finding Clock() => time.GetUtcNow() >= OldestPossible
        ? new Finding("clock", Health.Good, new("The clock is plausible.", "L'heure est plausible."))
        : new Finding(
            "clock",
            Health.Bad,
            new("The clock of this PC stands in the past: downloads and journals go wrong.", "L'horloge de ce PC est dans le passé : téléchargements et journaux seront faux."),
            "sudo timedatectl set-ntp true");

    private static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));
}
