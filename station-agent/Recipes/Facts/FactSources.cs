using System.Collections.Immutable;

namespace Espero.Station.Recipes.Facts;

/// <summary>Names the source of each fact; decision 0002 of the station says why the lines run where they do.</summary>
public static class FactSources
{
    private static readonly ImmutableArray<string> StateVariables =
    [
        "unlocked", "secure", "is-userspace", "current-slot", "slot-", "has-slot:", "is-logical:", "partition-type:", "battery-",
        "off-mode-charge", "snapshot-update-status", "max-download-size", "max-fetch-size", "unlock-ability", "security-patch-level",
        "serialno", "anti", "rollback-index", "version-os", "cpu-abi", "erase-block-size", "logical-block-size",
        "dynamic-partition", "super-partition-name", "treble-enabled", "first-api-level", "secure-state", "securestate", "carrier-lock",
    ];

    private static readonly ImmutableArray<string> ChipProperties = ["ro.soc.", "ro.chipname", "ro.mediatek.platform", "ro.board.platform"];

    /// <summary>Of a fact by its full name, such as "getvar.product"; <see cref="FactSource.State"/> for what tells no model.</summary>
    public static FactSource Of(string fact)
    {
        var prefix = FactName.SourceOf(fact);
        var name = fact.Length > prefix.Length ? fact[(prefix.Length + 1)..] : "";
        return prefix switch
        {
            FactName.Partition => FactSource.Storage,
            FactName.Getvar or FactName.Fastbootd => OfVariable(name),
            FactName.Getprop => OfProperty(name),
            FactName.Usb => FactSource.Name,
            FactName.Person => FactSource.Person,
            _ => FactSource.State,
        };
    }

    private static FactSource OfVariable(string name) =>
        name.StartsWith("partition-size:", StringComparison.Ordinal) ? FactSource.Storage
        : name == "version-baseband" ? FactSource.Radio
        : name == "version" || Begins(name, StateVariables) ? FactSource.State
        : FactSource.Name;

    private static FactSource OfProperty(string name) =>
        Begins(name, ChipProperties) ? FactSource.Chip
        : name == "gsm.version.baseband" ? FactSource.Radio
        : name.StartsWith("ro.", StringComparison.Ordinal) ? FactSource.Name
        : FactSource.State;

    private static bool Begins(string name, ImmutableArray<string> beginnings) =>
        beginnings.Any(beginning => name.StartsWith(beginning, StringComparison.Ordinal));
}
