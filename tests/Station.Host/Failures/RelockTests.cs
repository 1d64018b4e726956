using System.Collections.Immutable;
using Espero.Station.CommandLine;
using Espero.Station.Host.Tests.Workbench;
using Espero.Station.Protocols.Fastboot;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Failures;

/// <summary>A phone is locked again with its proofs, from the images themselves to the phone's own word.</summary>
public sealed class RelockTests
{
    private const string Recipe =
        """
        recipe: relock
        model: espero/virtual-c
        identity:
          - getvar.product: virtual-c
          - partition.userdata: "17179869184"
        proof: read-back
        steps:
          - fetch: [boot.img, vbmeta.img, key.bin]
          - flash: { partition: boot, file: boot.img, slot: a }
          - flash: { partition: vbmeta, file: vbmeta.img, slot: a }
          - avb-key: key.bin
          - reboot: system
          - verify-boot: { proof: read-back, within: 20s, tests: { getprop.ro.product.device: virtual-c } }
          - reboot: bootloader
          - await-mode: { mode: bootloader, within: 20s }
          - lock
        """;

    [Fact]
    public async Task A_phone_with_every_proof_is_locked()
    {
        await using var rig = Start([]);

        var exit = await RunAsync(rig);

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
        Assert.False(rig.Phone.State.Unlocked);
    }

    [Fact]
    public async Task A_phone_that_says_okay_and_stays_open_is_not_called_locked()
    {
        await using var rig = Start(FaultCatalogue.Find("lock-did-not-take")!.Faults);

        await RunAsync(rig);

        Assert.Equal(["lock-did-not-take"], rig.FailureClasses);
    }

    [Fact]
    public async Task Another_boot_image_than_the_signed_one_refuses_the_lock_before_anything_is_written()
    {
        await using var rig = Start([]);
        rig.Write("boot.img", SignedImages.Boot(seed: 2));

        Assert.Equal(ExitCode.Refused, await RunAsync(rig));

        Assert.Equal(["relock-refused"], rig.FailureClasses);
        Assert.All(rig.Written("boot_a"), octet => Assert.Equal(0, octet));
    }

    private static Task<int> RunAsync(FlashRig rig) => rig.RunAsync(
        Recipe, order => order with { YesErase = true }, fastboot: new FastbootOptions { Confirmation = TimeSpan.FromSeconds(2) });

    private static FlashRig Start(ImmutableArray<Fault> faults)
    {
        var rig = FlashRig.StartWithAdb(PhoneMode.Bootloader, faults);
        SignedImages.Bring(rig);
        return rig;
    }
}
