using Espero.Station.Recipes.Models;
using Espero.Testing;

namespace Espero.Station.Recipes.Tests.Models;

public sealed class ModelBookTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ModelBookTests()
    {
        Write("lineage-wiki", "alpha.yml", """
            codename: alpha
            vendor: LG
            vendor_short: lge
            name: Optimus Test
            models: [LG-X100, LG-X100/DS]
            soc: Qualcomm SM8250-AC Snapdragon 870
            type: phone
            install_method: fastboot_lg
            is_unlockable: false
            is_ab_device: true
            recovery_partition_name: recovery
            before_recovery_install: {instructions: boot_stack, partitions: [dtbo, vbmeta]}
            before_install: {instructions: needs_specific_android_fw, ships_fw: true, version: '13/14'}
            maintainers: []
            release: 2021-10
            versions: [20, 21]
            """);
        Write("ubports-installer-configs", "alpha.yml", """
            name: "LG Optimus Test"
            codename: "alpha"
            formfactor: "phone"
            aliases: ["alpha_eu"]
            operating_systems:
              - name: "Ubuntu Touch"
                steps:
                  - actions:
                      - fastboot:set_active: { slot: "a" }
                      - fastboot:flash: { partitions: [{ partition: "boot_a", file: "boot.img" }] }
                      - fastboot:wipe_super:
            """);
        Write("openandroidinstaller", "beta.yaml", """
            metadata:
              device_name: Xiaomi Beta 2
              is_ab_device: false
              device_code: beta
              supported_device_codes: [beta, betain]
            requirements: { android: 12 (S) }
            steps:
              boot_recovery:
                - { type: call_button, command: fastboot_flash_recovery }
            """);
        Write("postmarketos-pmaports", "deviceinfo-flash-facts.yaml", """
            lg-alpha-display2: { manufacturer: LG, name: Optimus Test, chassis: handset, category: testing, year: '2021' }
            asus-beta: { manufacturer: Asus, name: Zen Beta, chassis: tablet, category: archived, year: '2014' }
            """);
        Write("eos-installer", "NiceName-safe.yaml", """
            android: 13
            steps: [{ mode: bootloader, command: [flash boot_a boot.img, flash super super.img, flashing unlock] }]
            folder: [{ path: "https://example.org/official/alpha/IMG.zip" }]
            """);
    }

    [Fact]
    public void Files_of_several_sets_about_one_model_are_one_model()
    {
        var model = Read().Find("lg/alpha")!;

        Assert.Equal(
            [
                "lineage-wiki/alpha.yml", "ubports-installer-configs/alpha.yml", "postmarketos-pmaports/lg-alpha-display2",
                "eos-installer/NiceName-safe.yaml",
            ],
            model.Origins.Select(origin => origin.ToString()));
    }

    [Fact]
    public void Every_statement_names_its_file()
    {
        var slots = Read().Find("lg/alpha")!.HasSlots;

        Assert.All(slots, slot => Assert.True(slot.Value));
        Assert.Equal(["lineage-wiki", "ubports-installer-configs", "eos-installer"], slots.Select(slot => slot.Origin.DataSet));
    }

    [Fact]
    public void A_model_without_one_set_says_nothing_that_only_this_set_said()
    {
        var model = Read().Find("lg/alpha")!.Without("lineage-wiki");

        Assert.Empty(model.Chips);
        Assert.Empty(model.Firmware.Where(firmware => firmware.Value.Text == "13/14"));
        Assert.Equal(["boot", "super"], model.Partitions.Select(partition => partition.Value).Distinct());
    }

    [Fact]
    public void What_can_no_longer_be_unlocked_is_a_fact()
    {
        var unlock = Read().Find("lg/alpha")!.Unlocks.First(unlock => unlock.Origin.DataSet == "lineage-wiki").Value;

        Assert.Equal(new UnlockFact(UnlockWay.None, IsStillOffered: false), unlock);
    }

    [Fact]
    public void Required_firmware_lists_each_version_that_will_do()
    {
        var book = Read();

        Assert.Equal(["13", "14"], book.Find("lg/alpha")!.Firmware[0].Value.AndroidVersions);
        Assert.Equal(["12"], book.Find("xiaomi/beta")!.Firmware[0].Value.AndroidVersions);
    }

    [Fact]
    public void A_codename_of_two_makers_is_ambiguous_and_no_error()
    {
        var found = Read().ByCodename("beta");

        Assert.True(found.IsAmbiguous);
        Assert.Null(found.Only);
        Assert.Equal(["asus/beta", "xiaomi/beta"], found.Models.Select(model => model.Id));
    }

    [Theory]
    [InlineData("lge/alpha")]
    [InlineData("LG Optimus Test")]
    [InlineData("optimus test")]
    [InlineData("alpha_eu")]
    [InlineData("nicename")]
    [InlineData("lg-x100")]
    public void A_person_finds_it_by_any_of_its_names(string text) =>
        Assert.Equal("lg/alpha", (Read().Find(text.Split('/')[0], text.Split('/')[^1]) ?? Read().ByAnyName(text).Only)?.Id);

    [Theory]
    [InlineData("Optimus", "lg/alpha")]
    [InlineData("lg optimus", "lg/alpha")]
    [InlineData("test optimus", "lg/alpha")]
    [InlineData("Optimus Tets", "lg/alpha")]
    [InlineData("lg-x10", "lg/alpha")]
    [InlineData("alhpa", "lg/alpha")]
    [InlineData("zen bta", "asus/beta")]
    public void A_name_that_lacks_a_word_or_has_a_slip_finds_those_like_it(string typed, string model) =>
        Assert.Equal(model, Read().Near(typed, most: 3)[0].Id);

    [Theory]
    [InlineData("")]
    [InlineData("be")]
    [InlineData("Nothing like it")]
    [InlineData("optimus test optimus test optimus test optimus test")]
    public void A_name_like_no_other_finds_none(string typed) => Assert.Empty(Read().Near(typed, most: 3));

    [Fact]
    public void No_more_names_are_found_than_were_asked_for()
    {
        for (var number = 0; number < 9; number++)
        {
            Write("lineage-wiki", $"gamma{number}.yml", $"codename: gamma{number}\nvendor: LG\nname: Gamma {number}\ninstall_method: fastboot_lg\n");
        }

        Assert.Equal(6, Read().Near("gamma", most: 6).Length);
    }

    [Fact]
    public void Whose_data_it_is_comes_with_licence_and_address()
    {
        var projects = Read().Projects;

        Assert.Equal(
            ["lineage-wiki", "ubports-installer-configs", "openandroidinstaller", "postmarketos-pmaports", "eos-installer"],
            projects.Select(project => project.DataSet));
        Assert.Equal("/LineageOS/lineage_wiki/blob/main/_data/devices/alpha%20%2F.yml", projects[0].AddressOf("alpha /.yml").AbsolutePath);
        Assert.Equal(projects[3].Home, projects[3].AddressOf("lg-alpha"));
    }

    [Fact]
    public void A_folder_with_data_sets_or_packs_is_told_from_one_without()
    {
        using var other = new TemporaryFolder();
        Assert.False(ModelBook.IsIn(other.Path));
        Directory.CreateDirectory(other.PathTo("lineage"));
        File.WriteAllText(other.PathTo($"lineage/{ModelPackWriter.FileName}"), ModelPackWriter.Write(Read(), "lineage-wiki"));

        Assert.True(ModelBook.IsIn(_folder.Path));
        Assert.True(ModelBook.IsIn(other.Path));
        Assert.NotNull(ModelBook.ReadAny(other.Path).Find("lg/alpha"));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_reported_and_the_others_stand()
    {
        Write("lineage-wiki", "broken.yml", "codename: [");

        var book = Read();

        Assert.Equal("lineage-wiki/broken.yml", Assert.Single(book.Errors).FileName);
        Assert.NotNull(book.Find("lg/alpha"));
    }

    [Fact]
    public void A_book_of_packs_says_the_same_as_the_book_of_their_data()
    {
        var book = Read();
        using var packs = new TemporaryFolder();
        foreach (var set in book.Models.SelectMany(model => model.Origins).Select(origin => origin.DataSet).Distinct())
        {
            Directory.CreateDirectory(packs.PathTo(set));
            File.WriteAllText(Path.Combine(packs.PathTo(set), ModelPackWriter.FileName), ModelPackWriter.Write(book, set));
        }

        var again = ModelBook.ReadPacks(packs.Path);

        Assert.Empty(again.Errors);
        Assert.All(
            book.Models.SelectMany(model => model.Origins).Select(origin => origin.DataSet).Distinct(),
            set => Assert.Equal(ModelPackWriter.Write(book, set), ModelPackWriter.Write(again, set)));
    }

    [Fact]
    public void A_folder_without_data_is_an_empty_book()
    {
        using var empty = new TemporaryFolder();

        Assert.Empty(ModelBook.Read(empty.Path).Models);
    }

    public void Dispose() => _folder.Dispose();

    private ModelBook Read() => ModelBook.Read(_folder.Path);

    private void Write(string set, string file, string text)
    {
        Directory.CreateDirectory(_folder.PathTo(set));
        File.WriteAllText(Path.Combine(_folder.PathTo(set), file), text);
    }
}
