using System.Text;
using Espero.Plan.V1;
using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.KeyCombinations;
using Espero.Station.Recipes.Models;
using Assert = Xunit.Assert;
using Verb = Espero.Plan.V1.Step.VerbOneofCase;

namespace Espero.Station.Recipes.Tests.Importing.Lineage;

public sealed class LineageImporterTests
{
    private const string Phone = """
        codename: alpha
        vendor: Acme
        name: Alpha
        soc: Qualcomm SM8250 Snapdragon 865
        type: phone
        maintainers: [somebody]
        current_branch: 23.2
        versions: [23.2]
        recovery_partition_name: recovery
        download_boot: With the device powered off, hold <kbd>Volume Down</kbd> + <kbd>Power</kbd>.
        recovery_boot: With the device powered off, hold <kbd>Volume Up</kbd> + <kbd>Power</kbd>.
        """;

    private const string Nexus = Phone + "\ninstall_method: fastboot_nexus\nrecovery_reboot: fastboot_reboot\n";

    [Fact]
    public void The_boot_stack_comes_before_the_recovery_and_the_recovery_before_the_system()
    {
        var plan = Compile(Nexus + "before_recovery_install: {instructions: boot_stack, partitions: [dtbo, vbmeta]}\n");

        Assert.Equal(
            ["dtbo", "vbmeta", "recovery"], plan.Steps.Where(step => step.Flash is not null).Select(step => step.Flash.Partition));
        Assert.Equal(
            [Verb.Flash, Verb.Flash, Verb.Flash, Verb.Erase, Verb.Erase, Verb.Sideload],
            plan.Steps.Select(step => step.VerbCase).Where(verb => verb is Verb.Flash or Verb.Erase or Verb.Sideload));
    }

    [Fact]
    public void A_bootloader_that_its_own_command_opens_is_opened_only_when_it_is_locked()
    {
        var look = Assert.Single(Compile(Nexus + "custom_unlock_cmd: fastboot flashing unlock\n").Steps, step => step.Assert is not null);

        Assert.Equal("getvar.unlocked", look.Assert.Tests[0].Fact);
        Assert.Equal(Unlock.Types.Method.Flashing, look.Fallback[0].Unlock.Method);
    }

    [Theory]
    [InlineData("install_method: fastboot_xiaomi", "unlock-by-account")]
    [InlineData("install_method: fastboot_motorola", "unlock-by-code")]
    [InlineData("install_method: fastboot_lg", "unlock-no-longer-offered")]
    [InlineData("install_method: fastboot_nexus\nis_unlockable: false", "unlock-no-longer-offered")]
    public void A_phone_that_its_maker_must_open_arrives_opened_and_the_way_is_named(string method, string sentence)
    {
        var plan = Compile($"{Phone}\n{method}\nrecovery_reboot: fastboot_reboot\n");

        Assert.Equal(sentence, Assert.Single(plan.Steps, step => step.Assert is not null).Assert.SentenceCode);
        Assert.DoesNotContain(plan.Steps, step => step.Unlock is not null);
    }

    [Fact]
    public void A_bootloader_that_says_its_lock_in_another_word_is_understood()
    {
        var look = Assert.Single(Compile($"{Phone}\ninstall_method: fastboot_motorola\n").Steps, step => step.Assert is not null);

        Assert.Equal("getvar.securestate", Assert.Single(look.Fallback).Assert.Tests[0].Fact);
    }

    [Fact]
    public void Keys_are_asked_for_with_a_picture_where_the_source_presses_keys()
    {
        var ask = Compile($"{Phone}\ninstall_method: fastboot_sony\n").Steps.First(step => step.Ask?.PictureKey.Length > 0).Ask;

        Assert.Equal(("keys-o-hup", PhoneMode.Recovery), (ask.PictureKey, ask.Mode));
        Assert.True(KeyCode.TryRead(ask.SentenceCode, out _));
    }

    [Theory]
    [InlineData("'13/14'", "(?:13|14)(?:\\.[0-9]+)*")]
    [InlineData("'12.0'", "(?:12)(?:\\.[0-9]+)*")]
    [InlineData("'7.1.1'", "(?:7\\.1\\.1)(?:\\.[0-9]+)*")]
    public void Firmware_that_the_source_names_is_a_check(string version, string pattern)
    {
        var plan = Compile(Nexus + $"before_install: {{instructions: needs_specific_android_fw, version: {version}}}\n");

        Assert.Equal(("getprop.ro.build.version.release", pattern), (plan.Requirements[0].Fact, plan.Requirements[0].Matches));
    }

    [Fact]
    public void Firmware_that_the_source_does_not_name_is_asked_for() => Assert.Contains(
        Compile(Nexus + "before_install: {instructions: needs_specific_android_fw}\n").Steps,
        step => step.Ask?.SentenceCode == "check-firmware");

    [Fact]
    public void Both_slots_get_the_same_firmware_before_the_system_comes() => Assert.Equal(
        ["copy-partitions.zip", "lineage.zip"],
        Compile(Nexus + "is_ab_device: true\nbefore_lineage_install: ab_copy_partitions\n").Steps
            .Where(step => step.Sideload is not null)
            .Select(step => step.Sideload.FileName));

    [Fact]
    public void A_recovery_that_is_only_started_is_not_written()
    {
        var plan = Compile($"{Phone}\ninstall_method: fastboot_generic\nrecovery_reboot: fastboot_boot\n");

        Assert.DoesNotContain(plan.Steps, step => step.Flash is not null);
        Assert.Contains(plan.Steps, step => step.BootImage is not null);
    }

    [Fact]
    public void Samsung_writes_its_recovery_in_the_download_mode()
    {
        var plan = Compile($"{Phone}\ninstall_method: samloader_rs\nbefore_recovery_install: samsung_qcom\n");

        Assert.Equal(["VBMETA", "RECOVERY"], plan.Steps.Where(step => step.Flash is not null).Select(step => step.Flash.Partition));
        Assert.Contains(plan.Steps, step => step.Reboot?.Target == RebootTarget.Download);
    }

    [Fact]
    public void The_phone_is_proven_by_its_name_and_its_chip() => Assert.Equal(
        ["getprop.ro.product.device", "getprop.ro.board.platform"], Compile(Nexus).Model.Identity.Select(test => test.Fact));

    [Fact]
    public void The_proof_is_what_can_be_seen_without_hands()
    {
        var plan = Compile(Nexus);

        Assert.Equal(Proof.SeenOnUsb, plan.PromisedProof);
        Assert.Equal(Verb.VerifyBoot, plan.Steps[^1].VerbCase);
    }

    [Theory]
    [InlineData("install_method: dd", "other-tool")]
    [InlineData("install_method: fastboot_nexus\nbefore_install: {instructions: alpha}", "own-page")]
    [InlineData("install_method: fastboot_nexus\nbefore_recovery_install: alpha", "own-page")]
    [InlineData("install_method: fastboot_nexus\nbefore_lineage_install: alpha", "own-page")]
    [InlineData("install_method: fastboot_nexus\nuses_twrp: true", "own-page")]
    public void What_only_a_page_of_the_source_says_is_refused_with_that_reason(string more, string code) =>
        Assert.Equal(code, Assert.Single(Import($"{Phone}\n{more}\n").Errors).Code);

    [Theory]
    [InlineData("maintainers: [somebody]", "maintainers: []", "not-maintained")]
    [InlineData("type: phone", "type: Set top box", "not-a-phone")]
    [InlineData("codename: alpha", "code: alpha", "no-model")]
    public void What_nobody_can_install_is_refused_with_that_reason(string said, string instead, string code) =>
        Assert.Equal(code, Assert.Single(Import(Nexus.Replace(said, instead, StringComparison.Ordinal)).Errors).Code);

    private static Plan.V1.Plan Compile(string text)
    {
        var file = Import(text);

        Assert.Equal([], file.Errors.Select(error => error.ToString()));
        return Assert.Single(file.Recipes).Recipe.Rehearsal;
    }

    private static ImportedFile Import(string text) =>
        PackImporter.Import(PackSource.Find("lineage")!, "alpha.yml", Encoding.UTF8.GetBytes(text), ModelBook.Empty);
}
