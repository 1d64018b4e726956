using Espero.Station.Host.Tests.Workbench;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Failures;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Failures;

/// <summary>What a phone brings about in its bootloader comes back from the engine as its own class.</summary>
public sealed class EveryFailureTests
{
    private const string Head =
        """
        recipe: trial
        model: espero/virtual-c
        identity:
          - getvar.product: virtual-c
          - partition.userdata: "17179869184"
        proof: none

        """;

    // Short, so that a phone that is silent for ever is silent for a second.
    private static readonly FastbootOptions Impatient = new()
    {
        Handshake = TimeSpan.FromSeconds(2),
        Question = TimeSpan.FromSeconds(2),
        Action = TimeSpan.FromSeconds(3),
        Download = TimeSpan.FromSeconds(3),
        Write = TimeSpan.FromSeconds(2),
        Confirmation = TimeSpan.FromSeconds(2),
        Away = TimeSpan.FromSeconds(2),
    };

    private const string Write = "steps:\n  - fetch: boot.img\n  - flash: { partition: boot, file: boot.img, slot: a }\n";

    private static readonly Dictionary<string, string> Recipes = new()
    {
        ["mode-not-reached"] = "steps:\n  - reboot: fastbootd\n  - await-mode: { mode: fastbootd, within: 2s }\n",
        ["phone-changed"] = "steps:\n  - reboot: bootloader\n  - await-mode: { mode: bootloader, within: 20s }\n",
        ["requirement-not-met"] = "requires: { getvar.version-bootloader: { at-least: \"1.0\" } }\n" + Write,
        ["assertion-failed"] = "steps:\n  - assert: { getvar.hw-revision: expected }\n",
        ["rollback-refused"] = "rollback: { getvar.anti: 4 }\n" + Write,
        ["bootloader-locked"] = Write,
        ["oem-unlock-not-allowed"] = "steps:\n  - unlock: flashing\n",
        ["vendor-token-needed"] = "steps:\n  - unlock: flashing\n",
        ["prompt-not-confirmed"] = "steps:\n  - unlock: flashing\n",
        ["relock-refused"] = "steps:\n  - lock\n",
        ["wrong-slot"] = "steps:\n  - set-slot: b\n",
    };

    // Only a real USB port shows them; tests/Usb brings them about.
    internal static readonly string[] OverUsb = ["debugging-off", "phone-offline"];

    // Needs images that somebody has signed.
    internal const string OfALock = "lock-did-not-take";

    public static TheoryData<string> OfThePhone =>
    [
        .. FaultCatalogue.All
            .Where(failure => failure.Origin is FailureOrigin.Phone && failure.Code is not OfALock && !OverUsb.Contains(failure.Code)
                && !FailuresOverAdbTests.Recipes.ContainsKey(failure.Code))
            .Select(failure => failure.Code),
    ];

    [Fact]
    public void Every_class_of_the_catalogue_is_brought_about_or_says_whose_it_is() => Assert.Equal(
        FailureCatalogue.All.Select(failure => failure.Code).Order(), FaultCatalogue.All.Select(failure => failure.Code).Order());

    [Theory]
    [MemberData(nameof(OfThePhone))]
    public async Task What_the_phone_does_comes_back_as_its_class(string code)
    {
        var failure = FaultCatalogue.Find(code)!;
        await using var rig = FlashRig.Start(options => options with
        {
            Model = VirtualC.Model,
            StartMode = PhoneMode.Bootloader,
            Faults = [.. options.Faults, .. failure.Faults],
        });

        await rig.RunAsync(Head + Recipes.GetValueOrDefault(code, Write), order => order with { YesErase = true }, fastboot: Impatient);

        Assert.Equal([code], rig.FailureClasses);
    }
}
