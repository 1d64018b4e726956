using Espero.Plan.V1;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Importing;
using Assert = Xunit.Assert;

namespace Espero.Station.Recipes.Tests.Importing.OpenAndroid;

public sealed class OpenAndroidImporterTests : IDisposable
{
    private const string Head = """
        metadata:
          device_name: "Acme Alpha"
          is_ab_device: true
          device_code: alpha
          supported_device_codes: [alpha, alpha_eu]
          additional_steps: [dtbo, super_empty]
          twrp-link: "https://example.org/alpha"
        requirements: { android: "12 (S)", firmware: "Acme 12.3" }
        steps:

        """;

    private readonly SmallDataSets _sets = new();

    public void Dispose() => _sets.Dispose();

    [Fact]
    public void What_the_program_does_on_every_phone_is_in_every_recipe()
    {
        var plan = Compile("boot_recovery", "fastboot_boot_recovery");

        var verbs = plan.Steps.Select(step => step.VerbCase).ToList();
        Assert.Equal(
            [
                Step.VerbOneofCase.BootImage, Step.VerbOneofCase.AwaitMode, Step.VerbOneofCase.Shell, Step.VerbOneofCase.Reboot,
                Step.VerbOneofCase.AwaitMode, Step.VerbOneofCase.Sideload, Step.VerbOneofCase.AwaitMode, Step.VerbOneofCase.Reboot,
                Step.VerbOneofCase.VerifyBoot,
            ],
            verbs[verbs.IndexOf(Step.VerbOneofCase.BootImage)..]);
    }

    [Fact]
    public void Unlocking_is_only_for_a_phone_that_is_locked()
    {
        var plan = Compile("unlock_bootloader", "fastboot_unlock");

        Assert.DoesNotContain(plan.Steps, step => step.Unlock is not null);
        var look = Assert.Single(plan.Steps, step => step.Assert is not null);
        Assert.Equal("getvar.unlocked", look.Assert.Tests[0].Fact);
        Assert.Contains(look.Fallback, step => step.Unlock is not null);
    }

    [Fact]
    public void A_bootloader_that_says_in_another_word_that_it_is_open_is_not_unlocked()
    {
        var look = Assert.Single(Compile("unlock_bootloader", "fastboot_unlock_with_code").Steps, step => step.Assert is not null);

        Assert.Equal("getvar.securestate", look.Condition.Not.All.Conditions_[1].Test.Fact);
    }

    [Fact]
    public void A_phone_that_erased_itself_is_met_in_its_system_before_it_is_sent_on()
    {
        var plan = _sets.Compile("openandroidinstaller", "alpha.yaml", Head + """
              unlock_bootloader:
                - { type: call_button, content: "Restart.", command: adb_reboot_bootloader }
                - { type: call_button, content: "Unlock.", command: fastboot_oem_unlock }
                - { type: confirm_button, content: "Set it up again." }
              boot_recovery:
                - { type: call_button, content: "Restart again.", command: adb_reboot_bootloader }
                - { type: call_button, content: "Start.", command: fastboot_boot_recovery }

            """);

        var steps = Assert.Single(plan.Steps, step => step.Assert is not null).Fallback;
        var setUp = steps.Select((step, place) => (step, place)).Single(one => one.step.Ask?.Words == "Set it up again.").place;
        Assert.Equal(PhoneMode.System, steps[setUp + 1].AwaitMode.Mode);
        Assert.Equal(RebootTarget.Bootloader, steps[setUp + 2].Reboot.Target);
    }

    [Fact]
    public void The_page_that_tells_of_the_phones_question_comes_before_the_command()
    {
        var plan = _sets.Compile("openandroidinstaller", "alpha.yaml", Head + """
              unlock_bootloader:
                - { type: call_button, content: "Restart.", command: adb_reboot_bootloader }
                - { type: call_button, content: "Unlock.", command: fastboot_unlock }
                - { type: confirm_button, content: "Take whatever actions it asks for." }
                - { type: call_button, content: "Restart and set up.", command: fastboot_reboot }

            """);

        var steps = Assert.Single(plan.Steps, step => step.Assert is not null).Fallback.ToList();
        var unlock = steps.FindIndex(step => step.Unlock is not null);
        var before = steps[unlock - 1].Ask;
        Assert.Equal(("confirm-unlock", "Take whatever actions it asks for."), (before.SentenceCode, before.Words));
        Assert.Contains(steps, step => step.Ask?.Words == "Restart and set up.");
    }

    [Fact]
    public void A_file_that_ends_in_the_bootloader_starts_its_recovery_once_more()
    {
        var plan = _sets.Compile("openandroidinstaller", "alpha.yaml", Head + """
              boot_recovery:
                - { type: call_button, content: "Restart.", command: adb_reboot_bootloader }
                - { type: call_button, content: "Start.", command: fastboot_boot_recovery }
                - { type: call_button, content: "Copy.", command: adb_twrp_copy_partitions }

            """);

        Assert.Equal(2, plan.Steps.Count(step => step.BootImage is not null));
    }

    [Fact]
    public void A_code_belongs_to_the_phone_and_is_no_file_of_the_build()
    {
        var plan = Compile("unlock_bootloader", "fastboot_unlock_with_code");

        var unlock = Assert.Single(SmallDataSets.All(plan), step => step.Unlock is not null).Unlock;
        Assert.Equal((Unlock.Types.Method.Code, ""), (unlock.Method, unlock.TokenFileName));
        Assert.DoesNotContain(plan.Files, file => file.Name.Contains("code", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fastboot_flash_recovery", "recovery")]
    [InlineData("fastboot_flash_boot", "boot")]
    public void The_button_for_a_recovery_writes_it_where_it_says(string command, string partition) => Assert.Equal(
        partition, Assert.Single(Compile("boot_recovery", command).Steps, step => step.Flash is not null).Flash.Partition);

    [Fact]
    public void A_recovery_in_boot_is_started_by_the_button_that_writes_it()
    {
        var plan = Compile("boot_recovery", "fastboot_flash_boot");

        var write = plan.Steps.Select((step, place) => (step, place)).Single(one => one.step.Flash is not null).place;
        Assert.Equal(RebootTarget.Recovery, plan.Steps[write + 1].Reboot.Target);
        Assert.Equal(RebootTarget.System, plan.Steps[write + 1].Fallback[0].Reboot.Target);
        Assert.Equal(PhoneMode.Recovery, plan.Steps[write + 2].AwaitMode.Mode);
    }

    [Fact]
    public void Further_partitions_are_written_and_an_empty_super_is_laid_out_anew()
    {
        var plan = Compile("boot_recovery", "fastboot_flash_additional_partitions");

        Assert.Equal("dtbo", Assert.Single(plan.Steps, step => step.Flash is not null).Flash.Partition);
        Assert.True(Assert.Single(plan.Steps, step => step.Super is not null).Super.Wipe);
    }

    [Fact]
    public void A_page_without_a_button_is_asked_in_the_sources_own_words()
    {
        var plan = _sets.Compile("openandroidinstaller", "alpha.yaml", Head + """
              unlock_bootloader:
                - { type: confirm_button, content: "Dial the number." }
                - { type: link_button_with_confirm, content: "Ask the maker.", link: "https://example.org/unlock" }

            """);

        var asks = plan.Steps.Select(step => step.Ask).OfType<Ask>().ToList();
        Assert.Contains(asks, ask => ask.Words == "Dial the number." && ask.Needs.Count == 0);
        Assert.Contains(asks, ask => ask.Words == "Ask the maker." && ask.Needs.Contains(Ask.Types.Need.Account));
    }

    [Fact]
    public void The_version_is_a_check_and_the_makers_own_name_of_it_a_question()
    {
        var plan = Compile("boot_recovery", "fastboot_boot_recovery");

        Assert.Equal([("getprop.ro.build.version.release", "12")], plan.Requirements.Select(test => (test.Fact, test.AtLeast)));
        Assert.Contains(plan.Steps, step => step.Ask?.Words == "Acme 12.3");
    }

    [Fact]
    public void Every_name_that_the_phone_may_give_itself_proves_it() =>
        Assert.Equal(["alpha", "alpha_eu"], Compile("boot_recovery", "fastboot_boot_recovery").Model.Identity[0].OneOf.Values.Order());

    [Fact]
    public void A_chip_that_another_set_names_takes_the_place_of_a_persons_word()
    {
        _sets.Add("lineage-wiki", "alpha.yml", """
            { vendor: Acme, codename: alpha, name: Alpha, type: phone, soc: "Qualcomm SDM845 Snapdragon 845", models: [A-1] }

            """);

        Assert.Contains(Compile("boot_recovery", "fastboot_boot_recovery").Model.Identity, test => test.Fact == "getprop.ro.board.platform");
    }

    [Fact]
    public void A_button_that_nobody_knows_is_named() => Assert.Contains(
        Import("boot_recovery", "fastboot_sing").Errors,
        error => error.Code == "unknown-action" && error.In("en").Contains("fastboot_sing", StringComparison.Ordinal));

    [Fact]
    public void A_file_without_a_model_is_refused() => Assert.Contains(
        _sets.Import("openandroidinstaller", "alpha.yaml", "steps: {}\n").Errors, error => error.Code == "no-model");

    [Fact]
    public void The_system_is_chosen_by_a_person()
    {
        var origins = Assert.Single(Import("boot_recovery", "fastboot_boot_recovery").Recipes).Origins;

        Assert.Equal(FileWay.ByHand, Assert.Single(origins.Files, file => file.Name == "system.zip").Way);
    }

    private ImportedFile Import(string section, string command) =>
        _sets.Import("openandroidinstaller", "alpha.yaml", Head + Page(section, command));

    private Plan.V1.Plan Compile(string section, string command) =>
        _sets.Compile("openandroidinstaller", "alpha.yaml", Head + Page(section, command));

    private static string Page(string section, string command) => $$"""
          {{section}}:
            - { type: call_button, content: "Press it.", command: {{command}} }

        """;
}
