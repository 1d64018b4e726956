using System.Collections.Immutable;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Importing.Lineage;

/// <summary>
/// The wiki's pages that a device file sends its reader to. Those named here say the same for every device; what the others say is
/// not in the data.
/// </summary>
internal static class LineagePages
{
    public const string CopyPartitions = "ab_copy_partitions";
    public const string BootStack = "boot_stack";
    public const string Nubia = "nubia"; // the same, from a bootloader that the unlocking has left the phone in
    public const string SamsungQualcomm = "samsung_qcom";
    public const string SamsungExynos = "samsung_exynos9xxx";

    private static readonly (string Key, ImmutableArray<string> Known)[] Keys =
    [
        ("before_install", ["needs_specific_android_fw"]),
        ("before_recovery_install", [BootStack, Nubia, SamsungQualcomm, SamsungExynos]),
        ("before_lineage_install", [CopyPartitions]),
    ];

    // A guide elsewhere, or a detour that only one page explains.
    private static readonly ImmutableArray<string> Detours =
        ["install_recovery_guide", "custom_recovery_link", "uses_twrp", "flash_codename", "project_spectrum_recovery"];

    /// <summary>The first page that a person would have to read; null when there is none.</summary>
    public static (SourceNode At, string Page)? Unknown(SourceMap map)
    {
        foreach (var (key, known) in Keys)
        {
            if (map.Find(key) is { } node && Word(node) is { } word && !known.Contains(word))
            {
                return (node, word);
            }
        }

        var detour = Detours.FirstOrDefault(key => map.Text(key) is not (null or "false"));
        return detour is null ? null : (map.Find(detour)!, detour);
    }

    /// <summary>The page's name: the value itself, or its "instructions".</summary>
    public static string? Word(SourceNode? node) => node switch
    {
        SourceScalar { IsNothing: false } scalar => scalar.Text.Trim(),
        SourceMap map => map.Text("instructions"),
        _ => null,
    };
}
