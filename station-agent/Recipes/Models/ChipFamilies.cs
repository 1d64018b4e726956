using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Espero.Station.Recipes.Models;

/// <summary>
/// Which platform (<c>ro.board.platform</c>) a chip belongs to, as its kernel and vendor trees name it. Where a chip is not in the
/// table its own number in small letters stands for its platform, which is so for most chips of before 2019.
/// </summary>
internal static class ChipFamilies
{
    private static readonly (string Platform, string Models)[] QualcommFamilies =
    [
        ("msm8610", "MSM8210 MSM8212 MSM8610"),
        ("msm8226", "MSM8226 MSM8926 MSM8928 MSM8626"),
        ("msm8916", "MSM8916 MSM8929 MSM8936 MSM8939 APQ8016"),
        ("msm8909", "MSM8909 APQ8009"),
        ("msm8937", "MSM8917 MSM8920 MSM8937 MSM8940 SDM429 SDM439"),
        ("msm8952", "MSM8952 MSM8956 MSM8976 APQ8076"),
        ("msm8953", "MSM8953 SDM450 SDM632"),
        ("msm8660", "MSM8660"),
        ("msm8960", "MSM8960 MSM8930 MSM8230 MSM8227 MSM8260 APQ8064"),
        ("sdm660", "SDM630 SDM636 SDM660"),
        ("sdm710", "SDM670 SDM710 SDM712"),
        ("sdm670", "SDM670"),
        ("msm8998", "MSM8998 SDM835 APQ8098"),
        ("msmnile", "SM8150"),
        ("kona", "SM8250"),
        ("lito", "SM6350 SM7225 SM7250"),
        ("lagoon", "SM6350 SM7225"),
        ("sm6150", "SM6150 SM7150"),
        ("atoll", "SM7125"),
        ("trinket", "SM6125"),
        ("bengal", "SM4250 SM6115 SM6225"),
        ("holi", "SM4350 SM4375 SM6375"),
        ("lahaina", "SM7325 SM7350 SM8350 QCM6490"),
        ("taro", "SM7450 SM7475 SM8425 SM8450 SM8475"),
        ("parrot", "SM6450 SM6475 SM7435"),
        ("kalama", "SM7550 SM8550 QCS8550"),
        ("pineapple", "SM7635 SM7675 SM8635 SM8650"),
        ("volcano", "SM6650 SM7635"),
        ("sun", "SM7750 SM8735 SM8750"),
    ];

    private static readonly FrozenDictionary<string, ImmutableArray<string>> PlatformsOfQualcomm = QualcommFamilies
        .SelectMany(family => family.Models.Split(' ').Select(model => (model, family.Platform)))
        .GroupBy(pair => pair.model, pair => pair.Platform)
        .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToImmutableArray(), StringComparer.Ordinal);

    // The number on the box is not always the number that the chip answers.
    private static readonly FrozenDictionary<string, string> ExynosParts = new Dictionary<string, string>
    {
        ["850"] = "3830",
        ["990"] = "9830",
        ["1280"] = "8825",
        ["7904"] = "7885",
        ["9609"] = "9610",
        ["9611"] = "9610",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly (string Word, Chip Chip)[] Words =
    [
        ("Tensor G2", Make("google", "GS201", "GS201,Tensor G2", "gs201")),
        ("GS201", Make("google", "GS201", "GS201,Tensor G2", "gs201")),
        ("Tensor G3", Make("google", "ZUMA", "Tensor G3,ZUMA", "zuma")),
        ("Tensor G4", Make("google", "ZUMAPRO", "Tensor G4,ZUMAPRO", "zumapro")),
        ("Tensor G5", Make("google", "LAGUNA", "Tensor G5,LAGUNA", "laguna")),
        ("GS101", Make("google", "GS101", "GS101,Tensor", "gs101")),
        ("Helio G80", Make("mediatek", "MT6768", "MT6768,MT6769", "mt6768")),
        ("Helio G81", Make("mediatek", "MT6768", "MT6768,MT6769", "mt6768")),
        ("Helio G85", Make("mediatek", "MT6768", "MT6768,MT6769", "mt6768")),
        ("Helio G95", Make("mediatek", "MT6785", "MT6785", "mt6785")),
        ("Helio G99", Make("mediatek", "MT6789", "MT6789", "mt6789")),
        ("Kirin 659", Make("hisilicon", "HI6250", "HI6250,Kirin 659", "hi6250")),
        ("Kirin 970", Make("hisilicon", "KIRIN970", "Kirin970,HI3670", "kirin970")),
        ("S905X2", Make("amlogic", "S905X2", "S905X2", "g12a")),
        ("S905Y2", Make("amlogic", "S905Y2", "S905Y2", "g12a")),
        ("S905X3", Make("amlogic", "S905X3", "S905X3", "sm1")),
        ("S905D3", Make("amlogic", "S905D3", "S905D3,S905D3G", "sm1")),
        ("OMAP4430", Make("ti", "OMAP4430", "OMAP4430", "omap4")),
        ("OMAP4460", Make("ti", "OMAP4460", "OMAP4460", "omap4")),
        ("Z2560", Make("intel", "Z2560", "Z2560", "clovertrail")),
        ("Z3560", Make("intel", "Z3560", "Z3560", "moorefield")),
        ("Z3580", Make("intel", "Z3580", "Z3580", "moorefield")),
        ("T114", Make("nvidia", "T114", "T114", "tegra4")),
        ("T124", Make("nvidia", "T124", "T124", "tegra")),
        ("T210b01", Make("nvidia", "T210B01", "T210B01", "tegra")),
        ("T210", Make("nvidia", "T210", "T210", "tegra")),
        ("T186", Make("nvidia", "T186", "T186", "tegra")),
    ];

    public static ImmutableArray<string> OfQualcomm(string model) =>
        PlatformsOfQualcomm.TryGetValue(model, out var platforms) ? platforms : [model.ToLowerInvariant()];

    public static Chip OfExynos(string number)
    {
        var part = ExynosParts.GetValueOrDefault(number, number);
        return new Chip
        {
            Maker = "samsung",
            Model = $"EXYNOS{number}",
            SocModels = [.. new[] { $"exynos{number}", $"exynos{part}", $"s5e{part}" }.Distinct()],
            Platforms = [.. Platforms(number).Concat(Platforms(part)).Distinct()],
        };
    }

    /// <summary>Chips that are known by a word rather than by a part number.</summary>
    public static Chip? Named(string text) =>
        Array.Find(Words, entry => text.Contains(entry.Word, StringComparison.OrdinalIgnoreCase)).Chip;

    // The elder chips say only their generation; later ones the number, as "exynos", as the board or as the part.
    private static IEnumerable<string> Platforms(string number) =>
        number.StartsWith('4') ? ["exynos4", $"smdk{number[..1]}x{number[2..]}"]
        : number.StartsWith('5') ? ["exynos5", $"exynos{number}", $"universal{number}"]
        : number.StartsWith('7') || number == "8890" ? ["exynos5", $"exynos{number}", $"universal{number}"]
        : [$"exynos{number}", $"universal{number}", $"s5e{number}"];

    private static Chip Make(string maker, string model, string socModels, string platform) =>
        new() { Maker = maker, Model = model, SocModels = [.. socModels.Split(',')], Platforms = [platform] };
}
