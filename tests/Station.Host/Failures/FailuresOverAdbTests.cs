using System.Collections.Immutable;
using System.Text;
using Espero.Station.CommandLine;
using Espero.Station.Host.Tests.Workbench;
using Espero.Testing.Images;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Failures;

/// <summary>What a phone brings about in its system, its recovery or fastbootd comes back from the engine as its own class.</summary>
public sealed class FailuresOverAdbTests
{
    private const string Head =
        """
        recipe: trial
        model: espero/virtual-c
        identity:
          - getprop.ro.product.device: virtual-c
          - partition.userdata: "17179869184"
        proof: read-back
        steps:
          - fetch: [system.img, package.zip]

        """;

    private const string See =
        $$"""
          - reboot: system
          - verify-boot: { proof: read-back, within: 10s, tests: { getprop.ro.build.fingerprint: "{{TrialPackage.Fingerprint}}" } }
        """;

    // From the system through every mode of fastboot, and back.
    private const string ByFastboot =
        $$"""
        {{Head}}  - reboot: bootloader
          - await-mode: { mode: bootloader, within: 20s }
          - erase: userdata
          - reboot: fastbootd
          - await-mode: { mode: fastbootd, within: 20s }
          - erase-proof: userdata
          - flash: { partition: system, file: system.img }
        {{See}}
        """;

    internal const string BySideload =
        $$"""
        {{Head}}  - reboot: bootloader
          - await-mode: { mode: bootloader, within: 20s }
          - reboot: recovery
          - await-mode: { mode: recovery, within: 5s }
          - reboot: sideload
          - await-mode: { mode: sideload, within: 20s }
          - sideload: package.zip
          - await-mode: { mode: recovery, within: 20s }
        {{See}}
        """;

    private const string Unlocking =
        $$"""
        {{Head}}  - reboot: bootloader
          - await-mode: { mode: bootloader, within: 20s }
          - unlock: flashing
        {{See}}
        """;

    internal static readonly ImmutableSortedDictionary<string, string> Recipes = new Dictionary<string, string>
    {
        ["battery-hot"] = ByFastboot,
        ["boot-failed"] = ByFastboot,
        ["data-not-wiped"] = ByFastboot,
        ["phone-not-authorized"] = ByFastboot,
        ["super-needs-wipe"] = ByFastboot,
        ["unlock-forbidden"] = Unlocking,
        ["wrong-system-booted"] = ByFastboot,
        ["package-refused"] = BySideload,
        ["recovery-not-ours"] = BySideload,
        ["sideload-incomplete"] = BySideload,
        ["signature-prompt-hidden"] = BySideload,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Codes => [.. Recipes.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task What_the_phone_does_comes_back_as_its_class(string code)
    {
        await using var rig = Start(FaultCatalogue.Find(code)!.Faults);

        await rig.RunAsync(Recipes[code], order => order with { YesErase = true });

        Assert.Equal([code], rig.FailureClasses);
    }

    [Theory]
    [InlineData(ByFastboot)]
    [InlineData(BySideload)]
    public async Task Without_a_fault_the_same_recipe_succeeds(string recipe)
    {
        await using var rig = Start([]);

        var exit = await rig.RunAsync(recipe, order => order with { YesErase = true });

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
    }

    internal static FlashRig Start(ImmutableArray<Fault> faults)
    {
        var rig = FlashRig.StartWithAdb(PhoneMode.System, faults);
        File.WriteAllBytes(
            Path.Combine(rig.Files, "system.img"),
            [.. Encoding.UTF8.GetBytes($"espero-trial-system\nfingerprint={TrialPackage.Fingerprint}\nversion=15\n\n"), .. new byte[300_000]]);
        File.WriteAllBytes(Path.Combine(rig.Files, "package.zip"), TrialPackage.Make(fillerBytes: 0));
        return rig;
    }
}
