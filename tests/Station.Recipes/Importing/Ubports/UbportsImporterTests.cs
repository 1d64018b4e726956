using System.Collections.Immutable;
using System.Text;
using Espero.Plan.V1;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.Models;
using Assert = Xunit.Assert;

namespace Espero.Station.Recipes.Tests.Importing.Ubports;

public sealed class UbportsImporterTests : IDisposable
{
    private const string Head = """
        name: "Acme Alpha"
        codename: "alpha"
        formfactor: "phone"
        aliases: []
        user_actions:
          bootloader: { title: "t", description: "Hold both keys.", image: "i" }
          odd: { title: "t", description: "Do something odd." }
        unlock: []
        handlers: { bootloader_locked: { actions: [ { "fastboot:oem_unlock": } ] } }
        operating_systems:
          - name: "Free OS"
            options:
              - { var: "wipe", name: "Wipe", type: "checkbox" }
              - { var: "extra", name: "Extra", type: "checkbox" }
            steps:
              - actions: [ { "core:download": { group: "firmware", files: [ { url: "https://example.org/a/boot.img" }, { url: "https://example.org/b/fw.zip", checksum: { sum: "1111111111111111111111111111111111111111111111111111111111111111", algorithm: "sha256" } } ] } } ]
              - actions: [ { "core:unpack": { group: "firmware", files: [ { archive: "fw.zip", dir: "unpacked" } ] } } ]
              - actions: [ { "adb:reboot": { to_state: "bootloader" } } ]
                fallback: [ { "core:user_action": { action: "bootloader" } } ]

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("espero-import-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_write_becomes_a_typed_write_with_its_slot()
    {
        var flash = Assert.Single(Compile("""
                  - actions: [ { "fastboot:flash": { partitions: [ { partition: "boot_a", file: "boot.img", group: "firmware", raw: true } ] } } ]
            """).Steps, step => step.Flash is not null).Flash;

        Assert.Equal(("boot", Slot.A, true, "boot.img"), (flash.Partition, flash.Slot, flash.Raw, flash.FileName));
    }

    [Fact]
    public void What_is_used_of_an_archive_is_unpacked_before_anything_else()
    {
        var plan = Compile("""
                  - actions: [ { "fastboot:flash": { partitions: [ { partition: "dtbo", file: "unpacked/x/dtbo.img", group: "firmware" } ] } } ]
            """);

        Assert.Equal("fw.zip", plan.Steps[1].Unpack.ArchiveFileName);
        Assert.Equal(("x/dtbo.img", "dtbo.img"), (plan.Steps[1].Unpack.Members[0].Path, plan.Steps[1].Unpack.Members[0].FileName));
    }

    [Fact]
    public void A_system_that_changes_always_wipes_and_what_is_not_needed_is_not_done()
    {
        var plan = Compile("""
                  - actions: [ { "fastboot:erase": { partition: "userdata" } } ]
                    condition: { var: "wipe", value: true }
                  - actions: [ { "fastboot:erase": { partition: "cache" } } ]
                    condition: { var: "extra", value: true }
            """);

        Assert.Equal(["userdata"], plan.Steps.Where(step => step.Erase is not null).Select(step => step.Erase.Partition));
    }

    [Fact]
    public void The_bootloader_is_unlocked_before_the_first_write_and_only_when_it_is_locked()
    {
        var look = Assert.Single(Compile("").Steps, step => step.Assert is not null);

        Assert.Equal("getvar.unlocked", look.Assert.Tests[0].Fact);
        Assert.Contains(look.Fallback, step => step.Unlock?.Method == Unlock.Types.Method.Oem);
    }

    [Fact]
    public void What_helps_a_restart_is_its_fallback_and_waits_for_the_mode()
    {
        var reboot = Assert.Single(Compile("").Steps, step => step.Reboot is not null);

        Assert.Equal((PhoneMode.Bootloader, "Hold both keys."), (reboot.Fallback[0].Ask.Mode, reboot.Fallback[0].Ask.Words));
    }

    [Fact]
    public void A_code_belongs_to_the_phone_and_is_no_file_of_the_build()
    {
        var plan = Compile("", Head.Replace(
            "\"fastboot:oem_unlock\":", "\"fastboot:oem_unlock\": { code_url: \"https://example.org\" }", StringComparison.Ordinal));

        Assert.Contains(SmallDataSets.All(plan), step => step.Unlock is { Method: Unlock.Types.Method.Code, TokenFileName: "" });
        Assert.DoesNotContain(plan.Files, file => file.Name.Contains("code", StringComparison.Ordinal));
    }

    [Fact]
    public void A_recovery_that_is_started_from_memory_is_waited_for_and_formats_by_itself()
    {
        var steps = Compile("""
                  - actions: [ { "fastboot:boot": { group: "firmware", file: "boot.img" } } ]
                  - actions: [ { "adb:format": { partition: "data" } } ]
            """).Steps;

        var started = steps.Select((step, place) => (step, place)).Single(one => one.step.BootImage is not null).place;
        Assert.Equal(PhoneMode.Recovery, steps[started + 1].AwaitMode.Mode);
        Assert.Equal("userdata", steps[started + 2].Format.Partition);
    }

    [Fact]
    public void A_phone_that_heimdall_writes_is_sent_to_its_download_mode_and_not_unlocked()
    {
        var plan = Compile("""
                  - actions: [ { "heimdall:flash": { partitions: [ { partition: "BOOT", file: "boot.img", group: "firmware" } ] } } ]
            """);

        Assert.Equal([RebootTarget.Download], plan.Steps.Where(step => step.Reboot is not null).Select(step => step.Reboot.Target));
        Assert.DoesNotContain(SmallDataSets.All(plan), step => step.Unlock is not null);
    }

    [Fact]
    public void What_the_system_needs_beforehand_is_asked_behind_what_the_phone_needs()
    {
        var plan = Compile("", Head
            .Replace("unlock: []", "unlock: [odd]", StringComparison.Ordinal)
            .Replace("    steps:", "    prerequisites: [upgrade_android]\n    steps:", StringComparison.Ordinal)
            .Replace(
                "user_actions:",
                "user_actions:\n  upgrade_android: { title: t, description: Upgrade to Android 8.0 first. }",
                StringComparison.Ordinal));

        Assert.Equal(
            ["follow-the-source", "update-android-8-0"], plan.Steps.Where(step => step.Ask is not null).Select(step => step.Ask.SentenceCode));
    }

    [Fact]
    public void Keys_that_the_source_describes_are_drawn()
    {
        var plan = Compile("", Head.Replace(
            "Hold both keys.", "With the device powered off, hold Volume Up + Power.", StringComparison.Ordinal));

        Assert.Equal("keys-o-hup", plan.Steps.Single(step => step.Reboot is not null).Fallback[0].Ask.PictureKey);
    }

    [Fact]
    public void A_model_with_a_doppelganger_is_looked_at_by_a_person() => Assert.Contains(
        Compile("", Head.Replace("aliases: []", "doppelgangers: [beta]", StringComparison.Ordinal)).Steps,
        step => step.Ask?.SentenceCode == "confirm-model" && step.Ask.Words.Contains("beta", StringComparison.Ordinal));

    [Fact]
    public void What_a_family_of_chips_is_called_proves_no_model() => Assert.Equal(
        ["alpha"],
        Compile("", Head.Replace("aliases: []", "aliases: [msm8994]", StringComparison.Ordinal)).Model.Identity[0].OneOf.Values);

    [Fact]
    public void An_action_that_nobody_knows_is_named_with_its_line()
    {
        var file = Import("      - actions: [ { \"fastboot:sing\": } ]\n");

        Assert.Contains(file.Errors, error => error.Code == "unknown-action" && error.In("en").Contains("fastboot:sing", StringComparison.Ordinal));
        Assert.False(file.Compiles);
    }

    [Fact]
    public void What_exists_only_once_is_written_by_a_recipe_that_must_be_signed()
    {
        var recipe = Assert.Single(Import("      - actions: [ { \"fastboot:erase\": { partition: \"nvdata\" } } ]\n").Recipes);

        Assert.Equal(["nvdata"], recipe.Recipe.NeverWrite);
    }

    [Fact]
    public void A_model_whose_chip_nobody_names_takes_a_persons_word()
    {
        var identity = Compile("").Model.Identity;

        Assert.Equal(["getprop.ro.product.device", "person.model"], identity.Select(test => test.Fact));
    }

    [Fact]
    public void The_hash_that_the_source_states_is_kept_and_none_is_made_up()
    {
        var origins = Assert.Single(Import("").Recipes).Origins;

        Assert.Equal(
            [("boot.img", null), ("fw.zip", new string('1', 64))],
            origins.Files.Where(file => file.Way is FileWay.Download).Select(file => (file.Name, file.Sha256)).ToImmutableArray());
    }

    private Plan.V1.Plan Compile(string steps, string head = Head)
    {
        var file = Import(steps, head);

        Assert.Equal([], file.Errors.Select(error => error.In("en")));
        return Assert.Single(file.Recipes).Recipe.Rehearsal;
    }

    private ImportedFile Import(string steps, string head = Head)
    {
        var source = PackSource.Find("ubports")!;
        var set = Directory.CreateDirectory(Path.Combine(_folder, source.DataSet)).FullName;
        var text = head + steps;
        System.IO.File.WriteAllText(Path.Combine(set, "alpha.yml"), text);
        return PackImporter.Import(source, "alpha.yml", Encoding.UTF8.GetBytes(text), ModelBook.Read(_folder));
    }
}
