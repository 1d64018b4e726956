using Espero.Plan.V1;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Importing;
using Assert = Xunit.Assert;

namespace Espero.Station.Recipes.Tests.Importing.Eos;

public sealed class EosImporterTests : IDisposable
{
    private const string Head = """
        description: "Acme Alpha"
        android: 12
        folder:
          - name: "alpha installer"
            unzip: true
            path: "https://example.org/official/alpha/IMG-alpha.zip"
            mapping: { "^dtbo.*img$": "dtbo.img" }
          - { name: "recovery.img", path: "https://example.org/recovery-alpha.img" }
        steps:

        """;

    private readonly SmallDataSets _sets = new();

    public void Dispose() => _sets.Dispose();

    [Fact]
    public void A_write_becomes_a_typed_write_with_its_slot()
    {
        var plan = Compile("  - { id: one, mode: bootloader, command: [ \"flash boot_b boot.img\" ] }");

        var flash = Assert.Single(plan.Steps, step => step.Flash is not null).Flash;
        Assert.Equal(("boot", Slot.B, "boot.img"), (flash.Partition, flash.Slot, flash.FileName));
    }

    [Fact]
    public void What_is_used_of_an_archive_is_unpacked_by_the_name_it_has_there()
    {
        var plan = Compile("  - { id: one, command: [ \"flash dtbo dtbo.img\", \"flash boot boot.img\" ] }");

        var unpack = Assert.Single(plan.Steps, step => step.Unpack is not null).Unpack;
        Assert.Equal("IMG-alpha.zip", unpack.ArchiveFileName);
        Assert.Equal([("dtbo*img", "dtbo.img"), ("boot.img", "boot.img")], unpack.Members.Select(member => (member.Path, member.FileName)));
    }

    [Fact]
    public void The_slot_that_a_write_names_at_its_end_is_set()
    {
        var plan = Compile("  - { id: one, command: \"flash boot_a boot.img --set-active=a\" }");

        Assert.Equal(Slot.A, Assert.Single(plan.Steps, step => step.SetSlot is not null).SetSlot.Slot);
    }

    [Fact]
    public void The_custom_key_is_given_and_not_written_like_an_image()
    {
        var plan = Compile("  - { id: one, command: [ \"erase avb_custom_key\", \"flash avb_custom_key key.bin\" ] }");

        Assert.Equal(["", "key.bin"], plan.Steps.Where(step => step.AvbKey is not null).Select(step => step.AvbKey.FileName));
        Assert.DoesNotContain(plan.Steps, step => step.Flash is not null);
    }

    [Theory]
    [InlineData("flashing unlock", Unlock.Types.Method.Flashing)]
    [InlineData("flashing unlock_critical", Unlock.Types.Method.Critical)]
    [InlineData("oem unlock", Unlock.Types.Method.Oem)]
    public void Each_word_for_unlocking_is_its_own_method(string command, Unlock.Types.Method method) => Assert.Equal(
        method,
        Assert.Single(
            SmallDataSets.All(Compile($"  - {{ id: one, command: \"{command}\" }}")), step => step.Unlock is not null).Unlock.Method);

    [Theory]
    [InlineData("  - { id: unlocking-alpha, needUserGesture: true, command: \"flashing unlock\" }")]
    [InlineData("  - { id: one, command: \"flashing unlock\" }\n  - { id: unlocking-alpha, needUserGesture: true }")]
    public void Who_confirms_an_unlock_on_the_phone_is_told_before_it_asks(string steps)
    {
        var all = SmallDataSets.All(Compile(steps)).ToList();

        var unlock = all.FindIndex(step => step.Unlock is not null);
        Assert.Equal("confirm-unlock", all[unlock - 1].Ask.SentenceCode);
        Assert.Single(all, step => step.Ask?.SentenceCode == "confirm-unlock");
    }

    [Fact]
    public void An_open_phone_passes_over_everything_up_to_the_page_that_the_unlock_names()
    {
        var plan = Compile("""
              - { id: one, command: [ "connect bootloader", "flashing unlock goto_flashing" ] }
              - { id: unlocking-alpha, needUserGesture: true }
              - { id: activate-usb-debugging, needUserGesture: true }
              - { id: device-detection, needUserGesture: true, command: "connect adb" }
              - { id: two, needUserGesture: true, command: [ "connect bootloader", "flashing unlock_critical" ] }
              - { id: flashing, command: [ "flash boot boot.img", reboot ] }
            """);

        Assert.DoesNotContain(plan.Steps, step => step.Unlock is not null || step.Ask is not null);
        var look = Assert.Single(plan.Steps, step => step.Fallback.Count > 0);
        Assert.Equal(2, look.Fallback.Count(step => step.Unlock is not null));
        Assert.Equal(PhoneMode.Bootloader, look.Fallback.Last(step => step.AwaitMode is not null).AwaitMode.Mode);
    }

    [Fact]
    public void After_an_unlock_the_phone_is_waited_for_before_anything_is_written()
    {
        var plan = Compile(
            "  - { id: one, command: [ \"connect bootloader\", \"flashing unlock\", \"delay 5\", \"flash boot boot.img\" ] }");

        var look = Assert.Single(plan.Steps, step => step.Assert is not null);
        Assert.Contains(look.Fallback, step => step.AwaitMode?.Mode == PhoneMode.Bootloader);
        Assert.Contains(look.Fallback, step => step.Assert is not null);
    }

    [Fact]
    public void Who_confirms_a_lock_is_told_even_where_the_page_is_the_last()
    {
        var all = Compile("""
              - { id: one, command: "flashing lock" }
              - { id: locking-alpha, needUserGesture: true }
            """).Steps.ToList();

        Assert.Equal("confirm-lock", all[all.FindIndex(step => step.Lock is not null) - 1].Ask.SentenceCode);
    }

    [Fact]
    public void The_patches_that_a_locked_phone_must_not_have_passed_are_a_mark()
    {
        var plan = _sets.Compile("eos", "alpha.yaml", "security_patch_level: '2024-05-01'\n" + Head + "  - { id: one, command: reboot }\n");

        Assert.Equal([("getprop.ro.build.version.security_patch", "2024-05-01")], plan.RollbackMarks.Select(mark => (mark.Fact, mark.Value)));
    }

    [Fact]
    public void Keys_are_asked_for_only_where_no_command_led_to_the_mode()
    {
        var plan = Compile("""
              - { id: one, needUserGesture: true, command: "connect bootloader" }
              - { id: two, command: "reboot bootloader" }
              - { id: three, needUserGesture: true, command: "connect bootloader" }
            """);

        Assert.Equal(PhoneMode.Bootloader, Assert.Single(plan.Steps, step => step.Ask is not null).Ask.Mode);
    }

    [Fact]
    public void Pages_after_the_last_command_are_no_steps()
    {
        var plan = Compile("""
              - { id: one, command: "reboot" }
              - { id: activate-developer-options, needUserGesture: true }
            """);

        Assert.DoesNotContain(plan.Steps, step => step.Ask is not null);
    }

    [Fact]
    public void The_Android_version_that_must_lie_beneath_is_required() =>
        Assert.Equal(
            [("getprop.ro.build.version.release", "12")],
            Compile("  - { id: one, command: reboot }").Requirements.Select(test => (test.Fact, test.AtLeast)));

    [Fact]
    public void A_recipe_ends_with_a_look_at_the_phone_that_starts() =>
        Assert.NotNull(Compile("  - { id: one, command: reboot }").Steps[^1].VerifyBoot);

    [Theory]
    [InlineData("reboot", "alpha-e-os")]
    [InlineData("flashing lock", "alpha-e-os-locked")]
    public void A_recipe_that_locks_says_so_in_its_name(string command, string name) =>
        Assert.Equal(name, Assert.Single(Import($"  - {{ id: one, command: \"{command}\" }}").Recipes).Name);

    [Fact]
    public void A_command_that_nobody_knows_is_named() => Assert.Contains(
        Import("  - { id: one, command: \"sing loudly\" }").Errors,
        error => error.Code == "unknown-action" && error.In("en").Contains("sing loudly", StringComparison.Ordinal));

    [Fact]
    public void No_hash_is_made_up_where_the_source_states_none() => Assert.All(
        Assert.Single(Import("  - { id: one, command: \"flash recovery recovery.img\" }").Recipes)
            .Origins.Files.Where(file => file.Way is FileWay.Download),
        file => Assert.Null(file.Sha256));

    private ImportedFile Import(string steps) => _sets.Import("eos", "alpha.yaml", Head + steps + "\n");

    private Plan.V1.Plan Compile(string steps) => _sets.Compile("eos", "alpha.yaml", Head + steps + "\n");
}
