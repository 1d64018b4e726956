using System.Collections.Immutable;
using Espero.Station.Recipes.Facts;

namespace Espero.Station.Domain.Phones;

/// <summary>How full the battery is: the running system and the bootloader each have words of their own for it.</summary>
internal static class ChargeFacts
{
    private const string Level = $"{FactName.Battery}.level";

    private static readonly ImmutableArray<string> Bootloaders = InBootloaders("battery-soc", "battery-soc-ok");

    // A voltage says less than a percentage, so it takes none away.
    private static readonly ImmutableArray<string> Lesser = InBootloaders("battery-voltage");

    /// <summary>What was told elsewhere, and is old once these are told.</summary>
    public static IEnumerable<string> OutdatedBy(IEnumerable<string> fresh)
    {
        foreach (var fact in fresh)
        {
            if (fact == Level)
            {
                return [.. Bootloaders, .. Lesser];
            }

            if (Bootloaders.Contains(fact))
            {
                return [Level];
            }
        }

        return [];
    }

    private static ImmutableArray<string> InBootloaders(params string[] variables) =>
        [.. variables.Select(name => $"{FactName.Getvar}.{name}").SelectMany(fact => (string[])[fact, FactName.InFastbootd(fact)])];
}
