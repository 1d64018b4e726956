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
        Assert.Equal(
            [Verb.Ask, Verb.Unlock, Verb.AwaitMode, Verb.Assert, Verb.Assert, Verb.Ask], look.Fallback.Select(step => step.VerbCase));
        Assert.Equal(Unlock.Types.Method.Flashing, look.Fallback[1].Unlock.Method);
    }

    [Fact]
    public void A_code_of_the_maker_opens_the_bootloader_where_the_wiki_names_its_command()
    {
        var look = Assert.Single(Compile($"{Phone}\ninstall_method: fastboot_sony\n").Steps, step => step.Assert is not null);

        Assert.Equal([Verb.Unlock, Verb.AwaitMode, Verb.Assert, Verb.Assert, Verb.Ask], look.Fallback.Select(step => step.VerbCase));
        Assert.Equal((Unlock.Types.Method.Code, ""), (look.Fallback[0].Unlock.Method, look.Fallback[0].Unlock.TokenFileName));
    }

    [Theory]
    [InlineData("install_method: fastboot_sony\nis_unlockable: false", "unlock-no-longer-offered")]
    [InlineData("install_method: fastboot_lenovo\ncustom_unlock_cmd: fastboot oem unlock-go", "unlock-by-file")]
    [InlineData("install_method: fastboot_fairphone", "unlock-by-code")]
    [InlineData("install_method: fastboot_xiaomi", "unlock-by-account")]
    [InlineData("install_method: fastboot_motorola", "unlock-by-code")]
    [InlineData("install_method: fastboot_lg", "unlock-no-longer-offered")]
    [InlineData("install_method: fastboot_nexus\nis_unlockable: false", "unlock-no-longer-offered")]
    public void A_phone_that_its_maker_must_open_arrives_opened_and_the_way_is_named(string method, string sentence)
    {
        var plan = Compile($"{Phone}\n{method}\nrecovery_reboot: fastboot_reboot\n");

        Assert.Equal([sentence, sentence], plan.Steps.Where(step => step.Assert is not null).Select(step => step.Assert.SentenceCode));
        Assert.DoesNotContain(plan.Steps, step => step.Unlock is not null);
    }

    [Fact]
    public void A_bootloader_that_says_its_lock_in_another_word_is_understood()
    {
        var looks = Compile($"{Phone}\ninstall_method: fastboot_motorola\n").Steps.Where(step => step.Assert is not null);

        Assert.Equal(["getvar.unlocked", "getvar.securestate"], looks.Select(step => step.Assert.Tests[0].Fact));
    }

    [Fact]
    public void A_bootloader_that_tells_nothing_of_its_lock_is_looked_at_by_a_person() => Assert.Contains(
        Compile($"{Phone}\ninstall_method: fastboot_motorola\n").Steps, step => step.Ask?.SentenceCode == "look-whether-unlocked");

    [Fact]
    public void Unlocking_is_asked_to_be_allowed_unless_the_phone_says_that_it_is()
    {
        var ask = Assert.Single(Compile(Nexus).Steps, step => step.Ask?.SentenceCode == "allow-unlock");

        Assert.Contains(
            ask.Condition.Not.Any.Conditions_,
            told => told.All.Conditions_.Select(part => part.Test.Fact).All(fact => fact == "getprop.sys.oem_unlock_allowed"));
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
    public void A_build_that_the_source_names_is_asked_for_by_its_name_unless_the_phone_runs_it()
    {
        var ask = Assert.Single(
            Compile(Nexus + """
                before_install: {instructions: needs_specific_android_fw, version: '12'}
                before_install_device_variants:
                  - {device: Alpha Global, firmware: V12.0.3.0.QEJMIXM}
                  - {device: Alpha EEA, firmware: V12.0.1.0.QEJEUXM}

                """).Steps,
            step => step.Ask?.SentenceCode == "firmware-as-named");

        Assert.Equal("Alpha Global: V12.0.3.0.QEJMIXM; Alpha EEA: V12.0.1.0.QEJEUXM", ask.Ask.Words);
        Assert.Equal("getprop.ro.build.version.incremental", ask.Condition.Not.All.Conditions_[1].Test.Fact);
    }

    [Fact]
    public void A_build_beside_the_version_is_asked_for_with_its_name() => Assert.Equal(
        "7.0 (NRT1.240624.004/12020658)",
        Assert.Single(
            Compile(Nexus + "before_install: {instructions: needs_specific_android_fw, version: '7.0 (NRT1.240624.004/12020658)'}\n").Steps,
            step => step.Ask?.SentenceCode == "firmware-as-named").Ask.Words);

    [Fact]
    public void What_belongs_into_fastbootd_is_written_there_and_the_recovery_in_the_bootloader()
    {
        var plan = Compile(Nexus + "before_recovery_install: {instructions: boot_stack, partitions: [dtbo], reboot_fastbootd: true}\n");

        Assert.Equal(
            ["Fastbootd", "dtbo", "Bootloader", "recovery"],
            plan.Steps.SkipWhile(step => step.Reboot?.Target != RebootTarget.Fastbootd)
                .Select(step => step.Reboot?.Target.ToString() ?? step.Flash?.Partition)
                .OfType<string>()
                .Take(4));
    }

    [Fact]
    public void A_package_is_waited_for_before_the_phone_is_restarted()
    {
        var steps = Compile(Nexus).Steps;

        var sideload = steps.Select((step, place) => (step, place)).Single(one => one.step.Sideload is not null).place;
        Assert.Equal(PhoneMode.Recovery, steps[sideload + 1].AwaitMode.Mode);
        Assert.Equal(RebootTarget.System, steps[sideload + 2].Reboot.Target);
    }

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
