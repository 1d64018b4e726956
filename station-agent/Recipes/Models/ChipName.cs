using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Espero.Station.Recipes.Models;

/// <summary>Reads the many ways to write a chip: "Qualcomm SM8250-AC Snapdragon 870", "Samsung Exynos 9820", "kona".</summary>
public static partial class ChipName
{
    /// <summary>Null when the text names no chip that can be compared.</summary>
    public static Chip? Read(string text)
    {
        if (Qualcomm().Match(text) is { Success: true } qualcomm)
        {
            var model = Bare(qualcomm.Value);
            return Of("qualcomm", model, [model], ChipFamilies.OfQualcomm(model));
        }

        if (Exynos().Match(text) is { Success: true } exynos)
        {
            return ChipFamilies.OfExynos(exynos.Groups[1].Value);
        }

        if (MediaTek().Match(text) is { Success: true } mediaTek)
        {
            var model = Bare(mediaTek.Value);
            return Of("mediatek", model, [model], [model.ToLowerInvariant()]);
        }

        return ChipFamilies.Named(text);
    }

    /// <summary>In capitals and without the suffix of a bin or a revision: "SM8250" of "sm8250-AC", "MSM8974" of "MSM8974PRO".</summary>
    internal static string Bare(string text)
    {
        var name = text.Trim().ToUpperInvariant();
        return PartNumber().Match(name) is { Success: true } part ? part.Groups[1].Value : name;
    }

    private static Chip Of(string maker, string model, ImmutableArray<string> models, ImmutableArray<string> platforms) =>
        new() { Maker = maker, Model = model, SocModels = models, Platforms = platforms };

    [GeneratedRegex(@"\b(?:MSM|APQ|SDM|SM|QCM|QCS|SDA)\d{3,4}\b?[A-Za-z]{0,2}\d?(?:-[A-Z]{2})?", RegexOptions.IgnoreCase)]
    private static partial Regex Qualcomm();

    [GeneratedRegex(@"Exynos\s?(\d{3,4})", RegexOptions.IgnoreCase)]
    private static partial Regex Exynos();

    [GeneratedRegex(@"\bMT\d{4}[A-Z]*", RegexOptions.IgnoreCase)]
    private static partial Regex MediaTek();

    [GeneratedRegex(@"\A((?:MSM|APQ|SDM|SM|QCM|QCS|SDA|MT)\d{3,4})(?:[A-Z]{0,4}|V\d|-[A-Z-]{2,6})(?: PRO)?\z")]
    private static partial Regex PartNumber();
}
