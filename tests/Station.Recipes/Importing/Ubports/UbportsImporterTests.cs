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
        var unlock = Assert.Single(Compile("").Steps, step => step.Unlock is not null);

        Assert.Equal("getvar.unlocked", unlock.Condition.Not.Test.Fact);
    }

    [Fact]
    public void What_helps_a_restart_is_its_fallback_and_waits_for_the_mode()
    {
        var reboot = Assert.Single(Compile("").Steps, step => step.Reboot is not null);

        Assert.Equal((PhoneMode.Bootloader, "Hold both keys."), (reboot.Fallback[0].Ask.Mode, reboot.Fallback[0].Ask.Words));
    }

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

    private Plan.V1.Plan Compile(string steps)
    {
        var file = Import(steps);

        Assert.Equal([], file.Errors.Select(error => error.In("en")));
        return Assert.Single(file.Recipes).Recipe.Rehearsal;
    }

    private ImportedFile Import(string steps)
    {
        var source = PackSource.Find("ubports")!;
        var set = Directory.CreateDirectory(Path.Combine(_folder, source.DataSet)).FullName;
        var text = Head + steps;
        System.IO.File.WriteAllText(Path.Combine(set, "alpha.yml"), text);
        return PackImporter.Import(source, "alpha.yml", Encoding.UTF8.GetBytes(text), ModelBook.Read(_folder));
    }
}
