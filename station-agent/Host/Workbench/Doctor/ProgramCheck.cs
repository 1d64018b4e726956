using System.Collections.Immutable;

namespace Espero.Station.Workbench.Doctor;

/// <summary>Whether the programs and the library of others that the station uses are installed.</summary>
internal static class ProgramCheck
{
    private const string LibUsb = "libusb-1.0.so.0";

    private static readonly ImmutableArray<(string Program, string Package, Health Without)> Programs =
        [("adb", "adb", Health.Bad), ("heimdall", "heimdall-flash", Health.Doubtful)];

    public static IEnumerable<Finding> Look(PcPlaces places) =>
    [
        .. Programs.Select(wanted => places.ProgramFolders.Any(folder => File.Exists(Path.Combine(folder, wanted.Program)))
            ? new Finding(
                $"program-{wanted.Program}", Health.Good, new($"{wanted.Program} is installed.", $"{wanted.Program} est installé."))
            : new Finding(
                $"program-{wanted.Program}",
                wanted.Without,
                new($"The program {wanted.Program} is not installed.", $"Le programme {wanted.Program} n'est pas installé."),
                $"sudo apt-get install {wanted.Package}")),
        places.LibraryFolders.Any(folder => File.Exists(Path.Combine(folder, LibUsb)))
            ? new Finding("library-libusb", Health.Good, new("libusb is installed.", "libusb est installé."))
            : new Finding(
                "library-libusb",
                Health.Bad,
                new(
                    "The library libusb is not installed: phones are seen and cannot be written.",
                    "La bibliothèque libusb manque : les téléphones sont vus mais ne peuvent pas être écrits."),
                "sudo apt-get install libusb-1.0-0"),
    ];
}
