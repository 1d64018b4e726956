using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.Lineage;

/// <summary>The maker's firmware that must be beneath the system: a check where the data names it, a question where it does not.</summary>
internal static class LineageFirmware
{
    private const string Release = "getprop.ro.build.version.release";
    private const string Incremental = "getprop.ro.build.version.incremental";
    private const string Bootloader = "getprop.ro.bootloader";

    public static ImmutableArray<SourceNode> Requirements(SourceMap map) => [.. Tests(map)];

    /// <summary>
    /// Firmware that no check can prove: a build by its name, unless the phone says that it runs that very one, or whatever is newest
    /// where the data names none.
    /// </summary>
    public static IEnumerable<SourceMap> Questions(LineageDevice device)
    {
        if (LineageSheets.Firmware(device.At) is not { } firmware)
        {
            return [];
        }

        var at = device.Place("before_install");
        var variants = device.At.Maps("before_install_device_variants");
        string[] builds = [.. variants.Select(variant => variant.Text("firmware")).OfType<string>().Distinct()];
        return builds.Length > 0 ? [Unless(at, builds, Named(at, string.Join("; ", variants.Select(Describe))))]
            : firmware.NamesBuild ? [Named(at, firmware.Text)]
            : firmware.AndroidVersions.IsEmpty ? [HandSteps.Ask(at, AskCodes.CheckFirmware, "touch")]
            : [];
    }

    private static SourceMap Named(SourceNode at, string words) => HandSteps.Ask(at, AskCodes.FirmwareAsNamed, "touch", words: words);

    private static SourceMap Unless(SourceNode at, string[] builds, SourceMap ask) => DraftSteps.WithCondition(at, ask, Map(at, (
        "not",
        Map(at, (
            "all",
            List(
                at,
                Test(at, Incremental, "present", "true"),
                Test(at, Incremental, builds.Select(build => Text(at, build)))))))));

    private static string Describe(SourceMap variant) => $"{variant.Text("device")}: {variant.Text("firmware")}";

    private static IEnumerable<SourceNode> Tests(SourceMap map)
    {
        if (LineageSheets.Firmware(map) is { AndroidVersions.IsEmpty: false } firmware)
        {
            yield return Test(map.Find("before_install")!, Release, "matches", Pattern(firmware.AndroidVersions));
        }

        if (map.Texts("required_bootloader") is { IsEmpty: false } versions)
        {
            var at = map.Find("required_bootloader")!;
            yield return Test(at, Bootloader, versions.Select(version => Text(at, version)));
        }
    }

    // "12.0" and "12" are one version, and phones write "8.0.0" for 8.0.
    private static string Pattern(ImmutableArray<string> versions) =>
        $"(?:{string.Join('|', versions.Select(Bare).Distinct().Select(Regex.Escape))})(?:\\.[0-9]+)*";

    private static string Bare(string version) => version.EndsWith(".0", StringComparison.Ordinal) ? Bare(version[..^2]) : version;
}
