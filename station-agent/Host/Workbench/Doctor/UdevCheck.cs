using System.Collections.Immutable;
using Espero.Station.Recipes.Words;
using Espero.Station.Workbench.Doctor.Udev;

namespace Espero.Station.Workbench.Doctor;

/// <summary>Whether whoever asks may open phones, as the udev rules of this PC grant it.</summary>
internal sealed class UdevCheck(UdevRules rules, PcPlaces places)
{
    private const string Name = "udev-rules";
    private const string NobodysVendor = "ffff"; // stands for every maker that a list has forgotten
    private const string Google = "18d1";
    private const string Samsung = "04e8";

    private static readonly ImmutableArray<(Sentence Mode, UdevDevice Anybody, UdevDevice Known)> Wanted =
    [
        (new("adb", "adb"), new(NobodysVendor, "0001", ":ff4201:"), new(Google, "4ee7", ":ff4201:")),
        (new("fastboot", "fastboot"), new(NobodysVendor, "0002", ":ff4203:"), new(Google, "4ee0", ":ff4203:")),
        (
            new("Samsung's download mode", "le mode téléchargement de Samsung"),
            new(Samsung, "685d", ":020201:0a0000:"),
            new(Samsung, "685d", ":020201:0a0000:")),
    ];

    /// <summary>What the rules make of a phone by any maker, in its bootloader.</summary>
    public static UdevGrant PhoneIn(UdevRules rules) => rules.For(Wanted[1].Anybody);

    public Finding Look()
    {
        if (places.IsRoot)
        {
            return new Finding(Name, Health.Good, new("Root may open every phone.", "Root peut ouvrir tous les téléphones."));
        }

        var groups = Person.Groups(places);
        var closed = Wanted.Where(mode => !Opens(mode.Known, groups)).ToArray();
        if (closed.Length > 0)
        {
            return GroupThatWouldOpen(closed) is { } group ? NotIn(group) : Closed([.. closed.Select(mode => mode.Mode)]);
        }

        return Wanted.All(mode => Opens(mode.Anybody, groups))
            ? new Finding(Name, Health.Good, new(
                "The udev rules let you open phones of every maker: adb, fastboot and Samsung's download mode.",
                "Les règles udev vous laissent ouvrir les téléphones de toutes les marques : "
                + "adb, fastboot et mode téléchargement de Samsung."))
            : new Finding(
                Name,
                Health.Doubtful,
                new(
                    "The udev rules know phones by a list of makers: one that is not in it stays closed. Install Espero's rules too.",
                    "Les règles udev reconnaissent les téléphones d'après une liste de marques : une marque absente reste fermée. "
                    + "Installez aussi les règles d'Espero."),
                EsperoRules.Mend);
    }

    private bool Opens(UdevDevice device, IReadOnlySet<string> groups)
    {
        var grant = rules.For(device);
        return grant.IsForTheSeat || grant.IsForEverybody || (grant.IsForItsGroup && groups.Contains(grant.Group));
    }

    /// <summary>The one group that lacks nothing but this person; null where rules are missing.</summary>
    private string? GroupThatWouldOpen((Sentence Mode, UdevDevice Anybody, UdevDevice Known)[] closed)
    {
        var grants = closed.Select(mode => rules.For(mode.Known)).ToArray();
        return grants.All(grant => grant.IsForItsGroup && grant.Group == grants[0].Group) ? grants[0].Group : null;
    }

    private static Finding NotIn(string group) => new(
        Name,
        Health.Bad,
        new(
            $"The udev rules open phones to the group {group}, and you are not in it. Join it, log out and log in again.",
            $"Les règles udev ouvrent les téléphones au groupe {group}, et vous n'en faites pas partie. "
            + "Rejoignez-le, puis fermez et rouvrez votre session."),
        $"sudo usermod --append --groups {group} \"$USER\"");

    private static Finding Closed(Sentence[] modes) => new(
        Name,
        Health.Bad,
        new(
            $"No udev rule lets you open phones in: {string.Join(", ", modes.Select(mode => mode.English))}. Only root may. "
            + "Install Espero's rules, then unplug the phone and plug it in again.",
            $"Aucune règle udev ne vous laisse ouvrir les téléphones en : {string.Join(", ", modes.Select(mode => mode.French))}. "
            + "Seul root le peut. Installez les règles d'Espero, puis débranchez et rebranchez le téléphone."),
        EsperoRules.Mend);
}
