using System.Collections.Immutable;
using Espero.Station.Recipes.Words;
using Espero.Station.Workbench.Doctor.Udev;

namespace Espero.Station.Workbench.Doctor;

/// <summary>Looks for programs that take phones away. One that was told to leave phones alone is not accused.</summary>
internal sealed class PhoneThieves(UdevRules rules, PcPlaces places)
{
    private const string Name = "phone-thieves";
    private const string Fwupd = "fwupd";
    private const string ModemManager = "ModemManager";

    private static readonly ImmutableArray<PhoneThief> Known =
    [
        new(
            Fwupd,
            Health.Bad,
            new(
                "fwupd runs and opens phones in their bootloader, in the middle of a flash too. A station does without it.",
                "fwupd tourne et ouvre les téléphones dans leur chargeur de démarrage, même au milieu d'une écriture. "
                + "Un poste s'en passe."),
            "sudo systemctl mask --now fwupd.service"),
        new(
            ModemManager,
            Health.Bad,
            new(
                "ModemManager runs and tries every phone as a modem. Espero's udev rules tell it to leave them alone.",
                "ModemManager tourne et essaie chaque téléphone comme un modem. Les règles udev d'Espero lui disent de les laisser."),
            EsperoRules.Mend),
        Gvfs("gvfs-mtp-volume", Health.Doubtful, "systemctl --user mask --now gvfs-mtp-volume-monitor.service"),
        Gvfs("gvfs-gphoto2-vo", Health.Doubtful, "systemctl --user mask --now gvfs-gphoto2-volume-monitor.service"),
        Gvfs("gvfsd-mtp", Health.Bad, "gio mount --unmount-scheme mtp"),
        Gvfs("gvfsd-gphoto2", Health.Bad, "gio mount --unmount-scheme gphoto2"),
    ];

    public IEnumerable<Finding> Look(IReadOnlyList<RunningProgram> running)
    {
        var names = running.Select(program => program.Name).ToHashSet(StringComparer.Ordinal);
        Finding[] found =
        [
            .. Known.Where(thief => names.Contains(thief.Process) && !IsTamed(thief))
                .Select(thief => new Finding(Name, thief.Health, thief.Sentence, thief.Mend)),
            .. ForeignAdbServers.In(running).Select(server => new Finding(Name, Health.Doubtful, server.Sentence, server.Mend)),
        ];
        return found.Length > 0
            ? found
            : [new Finding(Name, Health.Good, new(
                "No running program takes phones away.", "Aucun programme en marche n'accapare les téléphones."))];
    }

    private bool IsTamed(PhoneThief thief) => thief.Process switch
    {
        ModemManager => UdevCheck.PhoneIn(rules).IsSilentForModems,
        Fwupd => places.FwupdSettings.Where(File.Exists).SelectMany(File.ReadLines).Any(LeavesFastbootAlone),
        _ => false,
    };

    // fwupd.conf(5): DisabledPlugins, names joined by semicolons.
    private static bool LeavesFastbootAlone(string line) =>
        line.Split('=', 2, StringSplitOptions.TrimEntries) is ["DisabledPlugins", var plugins]
        && plugins.Split(';', StringSplitOptions.TrimEntries).Contains("fastboot", StringComparer.Ordinal);

    private static PhoneThief Gvfs(string process, Health health, string mend) => new(
        process,
        health,
        health is Health.Bad
            ? new Sentence(
                $"The file manager ({process}) has a phone open and keeps it from everybody else.",
                $"Le gestionnaire de fichiers ({process}) a ouvert un téléphone et le garde pour lui.")
            : new Sentence(
                $"The desktop ({process}) opens every phone that shows its files. A station does without it.",
                $"Le bureau ({process}) ouvre chaque téléphone qui montre ses fichiers. Un poste s'en passe."),
        mend);
}
