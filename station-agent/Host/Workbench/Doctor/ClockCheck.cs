using System.Collections.Immutable;
using System.Globalization;
using Espero.Station.Domain.Flashing.Preflight;

namespace Espero.Station.Workbench.Doctor;

/// <summary>Whether the clock can be right: not before what is known to have happened, and confirmed by somebody else.</summary>
internal sealed class ClockCheck(PcPlaces places, string dataDirectory, TimeProvider time)
{
    private const string Name = "clock";
    private const string Mend = "sudo timedatectl set-ntp true";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    // They keep the clock themselves and leave no mark for others.
    private static readonly ImmutableArray<string> Keepers = ["chronyd", "ntpd", "ntpsec"];

    public Finding Look(IReadOnlyList<RunningProgram> running)
    {
        var now = time.GetUtcNow();
        if (Newest() is var known && known - now > Tolerance)
        {
            return new Finding(
                Name,
                Health.Bad,
                new(
                    $"The clock of this PC says {Said(now)} UTC, and it is {Said(known)} at the earliest: "
                    + "downloads are refused and journals mix up the days. Set it.",
                    $"L'horloge de ce PC dit le {Said(now)} UTC, or nous sommes au plus tôt le {Said(known)} : "
                    + "les téléchargements seront refusés et les journaux mélangeront les jours. Mettez-la à l'heure."),
                Mend);
        }

        return File.Exists(places.ClockConfirmed) || running.Any(program => Keepers.Contains(program.Name))
            ? new Finding(Name, Health.Good, new("A time server keeps the clock.", "Un serveur de temps tient l'horloge à l'heure."))
            : new Finding(
                Name,
                Health.Doubtful,
                new(
                    "No time server has confirmed the clock since this PC was started. Switch that on, or compare it with a watch.",
                    "Aucun serveur de temps n'a confirmé l'horloge depuis le démarrage de ce PC. Activez-le, ou comparez avec une montre."),
                Mend);
    }

    /// <summary>The latest moment that cannot lie in the future: this program was written and built, the journal was written.</summary>
    private DateTimeOffset Newest()
    {
        var journal = Path.Combine(dataDirectory, "journal");
        return (Directory.Exists(journal) ? Directory.EnumerateFiles(journal) : [])
            .Append(places.Program)
            .Where(File.Exists)
            .Select(file => new DateTimeOffset(File.GetLastWriteTimeUtc(file), TimeSpan.Zero))
            .Append(StationCheck.EarliestNow)
            .Max();
    }

    private static string Said(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
