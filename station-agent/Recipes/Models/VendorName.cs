using System.Collections.Frozen;

namespace Espero.Station.Recipes.Models;

/// <summary>One spelling for each maker: small letters and digits, as in "vendor/codename". The only table of vendors.</summary>
public static class VendorName
{
    private static readonly FrozenDictionary<string, string> Others = new Dictionary<string, string>
    {
        ["lge"] = "lg",
        ["moto"] = "motorola",
        ["one"] = "oneplus", // "One+"
        ["redmi"] = "xiaomi",
        ["poco"] = "xiaomi",
        ["pixel"] = "google",
        ["nexus"] = "google",
        ["galaxy"] = "samsung",
        ["xelex"] = "zinwa",
        ["hmdglobal"] = "nokia",
        ["odroid"] = "hardkernel",
        ["shiftsoftware"] = "shift",
        ["shift6mq"] = "shift",
        ["shiftphone"] = "shift",
        ["xperia"] = "sony",
        ["t"] = "tmobile",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Makers whose names other projects put at the beginning of a file's name, where any word may stand.
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "asus", "fairphone", "gigaset", "google", "huawei", "lenovo", "lg", "motorola", "nokia", "nothing", "oneplus", "samsung",
        "shift", "sony", "teracube", "volla", "xiaomi");

    /// <summary>"LGE" and "lg" are "lg"; "F(x)tec" is "fxtec". Empty for a text without letters and digits.</summary>
    public static string Of(string text)
    {
        var name = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return Others.GetValueOrDefault(name, name);
    }

    /// <summary>The maker that a marketing name begins with: "xiaomi" of "Redmi Note 7".</summary>
    public static string OfTitle(string title) => Of(title.Trim().Split(' ', 2)[0]);

    /// <summary>The same of a text that need not begin with a maker: "google" of "pixel-4-recovery.img"; null when it does not.</summary>
    public static string? Guess(string text) => Of(text.Split([' ', '-'], 2)[0]) is var name && Known.Contains(name) ? name : null;
}
