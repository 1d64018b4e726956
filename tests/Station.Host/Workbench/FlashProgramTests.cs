using Espero.Station.CommandLine;
using Espero.Station.Watch;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Workbench;

public sealed class FlashProgramTests
{
    internal const string Boot =
        """
        recipe: one-boot
        model: espero/virtual-a
        identity:
          - getvar.product: virtual-a
          - partition.userdata: "17179869184"
        proof: none
        steps:
          - fetch: boot.img
          - flash: { partition: boot, file: boot.img, slot: a }
        """;

    [Fact]
    public async Task A_recipe_runs_on_one_phone_without_an_orchestrator()
    {
        await using var rig = FlashRig.Start();

        var exit = await rig.RunAsync(Boot, order => order with { YesErase = true });

        Assert.True(exit == ExitCode.Ok, rig.Talk);
        Assert.Contains("\"outcome\":\"written\"", rig.Output, StringComparison.Ordinal);
        Assert.Equal(rig.Image, rig.Written("boot_a"));
    }

    [Fact]
    public async Task A_phone_is_written_over_udp()
    {
        await using var rig = FlashRig.Start(options => options with { ListenUdp = new(System.Net.IPAddress.Loopback, 0) });

        var exit = await rig.RunAsync(Boot, order => order with { YesErase = true, Phone = new PhoneSpec.At(rig.UdpPort) });

        Assert.True(exit == ExitCode.Ok, rig.Talk);
        Assert.Equal(rig.Image, rig.Written("boot_a"));
    }

    [Fact]
    public async Task In_french_the_proof_is_said_in_french()
    {
        await using var rig = FlashRig.Start();

        await rig.RunAsync(Boot, order => order with { YesErase = true }, language: "fr_FR.UTF-8");

        Assert.Contains("non vérifié : rien ne prouve encore que le système marche (aucune preuve)", rig.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_to_ask_is_no_release()
    {
        await using var rig = FlashRig.Start();

        Assert.Equal(ExitCode.Refused, await rig.RunAsync(Boot));

        Assert.Contains("release-missing", rig.Talk, StringComparison.Ordinal);
        Assert.All(rig.Written("boot_a"), octet => Assert.Equal(0, octet));
    }

    [Fact]
    public async Task A_path_that_does_not_exist_is_named_with_its_option()
    {
        await using var rig = FlashRig.Start();

        Assert.Equal(ExitCode.Usage, await rig.RunAsync(Boot, order => order with { RecipePath = "/no/recipe.yaml" }, language: "fr_FR.UTF-8"));
        Assert.Equal(ExitCode.Usage, await rig.RunAsync(Boot, order => order with { FilesDirectory = "/no/files" }, language: "fr_FR.UTF-8"));

        Assert.Contains("Il n'y a pas de recette /no/recipe.yaml. Donnez le fichier d'une recette avec --recipe.", rig.Talk, StringComparison.Ordinal);
        Assert.Contains("Il n'y a pas de dossier /no/files.", rig.Talk, StringComparison.Ordinal);
        Assert.DoesNotContain("Could not find", rig.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_before_the_point_of_no_return_says_that_nothing_was_erased()
    {
        await using var rig = FlashRig.Start();

        await rig.RunAsync(Boot, order => order with { YesErase = true, By = "" });

        Assert.Contains("nothing was erased on the phone.", rig.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anything_but_the_word_is_no_release()
    {
        await using var rig = FlashRig.Start();

        Assert.Equal(ExitCode.Refused, await rig.RunAsync(Boot, typed: "oui\n", language: "fr_FR.UTF-8"));

        Assert.Contains("Tapez EFFACER", rig.Talk, StringComparison.Ordinal);
        Assert.All(rig.Written("boot_a"), octet => Assert.Equal(0, octet));
    }

    [Theory]
    [InlineData("script.txt", "check-var product virtual-a\nflash boot boot.img\nerase userdata\n")]
    [InlineData("fastboot-info.txt", "version 1\nflash boot\nif-wipe erase userdata\n")]
    [InlineData(
        "flashfile.xml",
        """<flashing><header><phone_model model="virtual-a"/></header><steps><step operation="flash" partition="boot" filename="boot.img"/></steps></flashing>""")]
    public async Task The_files_of_makers_run_as_they_are(string name, string text)
    {
        await using var rig = FlashRig.Start();
        await WriteAsync(rig, name, text);
        await WriteAsync(rig, "android-info.txt", "require product=virtual-a\n");
        await WriteAsync(rig, "model.yaml", "model: espero/virtual-a\nidentity: { partition.userdata: \"17179869184\" }\nproof: none\n");

        var exit = await rig.RunAsync("", order => order with { RecipePath = Path.Combine(rig.Files, name), YesErase = true });

        Assert.True(exit == ExitCode.Ok, rig.Talk);
        Assert.Contains("\"outcome\":\"written\"", rig.Output, StringComparison.Ordinal);
        Assert.Equal(rig.Image, rig.Written("boot_a"));
    }

    [Fact]
    public async Task The_files_of_makers_do_not_run_on_another_phone()
    {
        await using var rig = FlashRig.Start();
        await WriteAsync(rig, "script.txt", "check-var product virtual-z\nflash boot boot.img\n");
        await WriteAsync(rig, "model.yaml", "model: espero/virtual-z\nidentity: { partition.userdata: \"17179869184\" }\n");

        var exit = await rig.RunAsync("", order => order with { RecipePath = Path.Combine(rig.Files, "script.txt"), YesErase = true });

        Assert.True(exit == ExitCode.Refused, rig.Talk);
        Assert.Contains("\"failureClass\":\"wrong-phone\"", rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_for_another_model_is_refused_whole()
    {
        await using var rig = FlashRig.Start();
        var recipe = Boot.Replace("getvar.product: virtual-a", "getvar.product: virtual-z", StringComparison.Ordinal);

        Assert.Equal(ExitCode.Refused, await rig.RunAsync(recipe, order => order with { YesErase = true }));

        Assert.Contains("\"failureClass\":\"wrong-phone\"", rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_with_a_mistake_names_its_line()
    {
        await using var rig = FlashRig.Start();

        Assert.Equal(ExitCode.Usage, await rig.RunAsync(Boot.Replace("fetch:", "fecth:", StringComparison.Ordinal)));

        Assert.Contains("recipe.yaml:", rig.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_in_its_system_is_led_to_the_bootloader_and_its_system_is_read_back()
    {
        await using var rig = FlashRig.Start(options => options with
        {
            Model = VirtualC.Model,
            ListenAdb = new(System.Net.IPAddress.Loopback, 0),
            StartMode = PhoneMode.System,
            AdbStaysOn = true,
        });
        const string recipe =
            """
            recipe: there-and-back
            model: espero/virtual-c
            identity:
              - getprop.ro.product.device: virtual-c
              - partition.userdata: "17179869184"
            proof: read-back
            steps:
              - fetch: boot.img
              - reboot: bootloader
              - await-mode: { mode: bootloader, within: 60s }
              - flash: { partition: dtbo, file: boot.img }
              - reboot: system
              - verify-boot: { proof: read-back, within: 60s, tests: { getprop.ro.product.device: virtual-c } }
            """;

        var exit = await rig.RunAsync(recipe, order => order with { YesErase = true });

        Assert.True(exit == ExitCode.Ok, rig.Talk);
        Assert.Contains("\"outcome\":\"succeeded\",\"proof\":\"read-back\"", rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logical_partition_is_given_the_images_size_before_it_is_written()
    {
        await using var rig = FlashRig.Start(options => options with { Model = VirtualC.Model });
        const string recipe =
            """
            recipe: logical
            model: espero/virtual-c
            identity:
              - getvar.product: virtual-c
              - partition.userdata: "17179869184"
            proof: none
            steps:
              - fetch: boot.img
              - reboot: fastbootd
              - await-mode: { mode: fastbootd, within: 60s }
              - flash: { partition: system, file: boot.img }
            """;

        var exit = await rig.RunAsync(recipe, order => order with { YesErase = true });

        Assert.True(exit == ExitCode.Ok, rig.Talk);
        Assert.Equal(303_104, rig.Phone.State.Super.Single(volume => volume.Name == "system_a").SizeBytes); // whole blocks
    }

    [Fact]
    public async Task The_flags_that_a_recipe_sets_are_in_the_vbmeta_that_is_written()
    {
        await using var rig = FlashRig.Start();
        var vbmeta = new byte[4096];
        "AVB0\0\0\0\u0001"u8.CopyTo(vbmeta);
        await File.WriteAllBytesAsync(Path.Combine(rig.Files, "vbmeta.img"), vbmeta, TestContext.Current.CancellationToken);
        var recipe = Boot.Replace(
            "boot, file: boot.img, slot: a", "vbmeta, file: vbmeta.img, slot: a, disable-verity: true, disable-verification: true", StringComparison.Ordinal)
            .Replace("fetch: boot.img", "fetch: vbmeta.img", StringComparison.Ordinal);

        var exit = await rig.RunAsync(recipe, order => order with { YesErase = true });

        Assert.True(exit == ExitCode.Ok, rig.Talk);
        Assert.Equal(3, (await File.ReadAllBytesAsync(rig.Phone.PartitionPath("vbmeta_a"), TestContext.Current.CancellationToken))[123]);
    }

    [Theory]
    [InlineData(0, ExitCode.Ok)]
    [InlineData(1, ExitCode.Failed)]
    public async Task What_an_archive_holds_is_written_only_if_it_is_what_the_build_says(int bytesTooMany, int exitCode)
    {
        await using var rig = FlashRig.Start();
        rig.WriteArchive("firmware.zip", "images/modem.img", [.. rig.Image, .. new byte[bytesTooMany]]);
        rig.WriteBuild("firmware.zip", "boot.img");
        File.Move(Path.Combine(rig.Files, "boot.img"), Path.Combine(rig.Files, "elsewhere"));
        var recipe = Boot.Replace(
            "- fetch: boot.img",
            "- fetch: firmware.zip\n  - unpack: { archive: firmware.zip, members: [{ path: images/modem.img, file: boot.img }] }",
            StringComparison.Ordinal);

        var exit = await rig.RunAsync(recipe, request => request with { YesErase = true });

        Assert.True(exit == exitCode, rig.Talk);
        Assert.Equal(exitCode == ExitCode.Ok, rig.Image.AsSpan().SequenceEqual(rig.Written("boot_a")));
    }

    [Fact]
    public async Task What_a_passed_over_step_would_have_made_is_missed_by_nobody()
    {
        await using var rig = FlashRig.Start();
        rig.WriteArchive("firmware.zip", "images/modem.img", rig.Image);
        await WriteAsync(rig, "modem.img", "for the other slot");
        rig.WriteBuild("boot.img", "firmware.zip", "modem.img");
        File.Delete(Path.Combine(rig.Files, "modem.img"));
        const string steps =
            """
              - fetch: [boot.img, firmware.zip]
              - unpack: { archive: firmware.zip, members: [{ path: images/modem.img, file: modem.img }] }
                condition: { getvar.current-slot: b }
              - flash: { partition: boot, file: boot.img, slot: a }
              - flash: { partition: boot, file: modem.img, slot: b }
                condition: { getvar.current-slot: b }
            """;

        var exit = await rig.RunAsync(
            Boot[..Boot.IndexOf("  - fetch", StringComparison.Ordinal)] + steps, order => order with { YesErase = true });

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
        Assert.Equal(rig.Image, rig.Written("boot_a"));
    }

    private static Task WriteAsync(FlashRig rig, string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(rig.Files, name), text, TestContext.Current.CancellationToken);
}
