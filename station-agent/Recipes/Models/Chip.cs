using System.Collections.Immutable;

namespace Espero.Station.Recipes.Models;

/// <summary>A system on a chip by all the names under which a phone may give it.</summary>
public sealed class Chip
{
    /// <summary>"qualcomm", "samsung", "mediatek" …</summary>
    public required string Maker { get; init; }

    /// <summary>Its part number or name, the one spelling under which it is compared: "SM7225", "EXYNOS9820", "MT6785".</summary>
    public required string Model { get; init; }

    /// <summary>Values of <c>ro.soc.model</c>, which phones have since Android 12; the first is the usual one.</summary>
    public required ImmutableArray<string> SocModels { get; init; }

    /// <summary>Values of <c>ro.board.platform</c>, and on some phones of <c>ro.hardware</c>: a family of chips.</summary>
    public required ImmutableArray<string> Platforms { get; init; }

    /// <summary>
    /// Whether a phone's property (<c>ro.soc.model</c>, <c>ro.chipname</c>, <c>ro.board.platform</c>, <c>ro.hardware</c>) fits
    /// this chip. A platform fits the whole family, so it refuses a wrong chip but does not tell sisters apart.
    /// </summary>
    public bool IsNamed(string value)
    {
        var bare = ChipName.Bare(value);
        return SocModels.Any(model => ChipName.Bare(model) == bare)
            || Platforms.Any(platform => platform.Equals(value.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    public override string ToString() => Model;
}
