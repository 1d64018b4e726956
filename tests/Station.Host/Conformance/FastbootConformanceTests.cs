using Espero.Testing.Programs;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Conformance;

/// <summary>
/// What Debian's fastboot says to a phone, and what we say for the same end, without our looks. Why each difference is meant
/// stands in station-agent/decisions/0007-where-our-commands-differ.md.
/// </summary>
public sealed class FastbootConformanceTests
{
    private const int MiB = 1 << 20;
    private static readonly SamePhones Phones = new();

    [Fact]
    public async Task A_look_asks_all_that_getvar_all_asks_and_first_who_the_phone_is()
    {
        var theirs = await Phones.ByFastbootAsync(endsWell: true, "getvar", "all");

        var ours = (await Phones.RecordUsAsync("checkpoint: looked")).Commands;

        Assert.Equal(["getvar:all"], theirs);
        Assert.Equal(
            ["getvar:product", "getvar:serialno", "getvar:is-userspace", "getvar:unlocked", "getvar:current-slot", "getvar:all"],
            ours.Take(6));
    }

    [Fact]
    public async Task Flashing_boot_asks_for_the_partition_s_size_besides()
    {
        var theirs = await Phones.ByFastbootAsync(endsWell: true, "flash", "boot", "boot.img");

        var ours = await Phones.ByUsAsync("fetch: boot.img", "flash: { partition: boot, file: boot.img }");

        Assert.Equal(
            [
                "= getvar:has-slot:boot",
                "= getvar:current-slot",
                "= getvar:max-download-size",
                "= getvar:is-logical:boot_a",
                "+ getvar:partition-size:boot_a",
                "= download:000493e0",
                "= flash:boot_a",
            ],
            Difference.Between(theirs, ours));
    }

    [Fact]
    public async Task A_split_system_goes_in_the_same_parts_after_its_partition_was_emptied()
    {
        var phones = new SamePhones { StartMode = PhoneMode.Fastbootd, MaxDownloadSizeBytes = MiB, WriteFiles = WriteSystemAsync };
        var theirs = await phones.ByFastbootAsync(endsWell: true, "flash", "system", "system.img");

        var ours = await phones.ByUsAsync("fetch: system.img", "flash: { partition: system, file: system.img }");

        Assert.Equal(
            [
                "= getvar:has-slot:system",
                "= getvar:current-slot",
                "= getvar:max-download-size",
                "= getvar:is-logical:system_a",
                "+ getvar:partition-size:system_a",
                "+ resize-logical-partition:system_a:0",
                "= resize-logical-partition:system_a:3149824",
                "= download:000ff034",
                "= flash:system_a",
                "= download:000ff040",
                "= flash:system_a",
                "= download:000ff040",
                "= flash:system_a",
                "= download:00004034",
                "= flash:system_a",
            ],
            Difference.Between(theirs, ours));
    }

    [Fact]
    public async Task A_sparse_super_goes_in_the_same_parts()
    {
        var phones = new SamePhones { MaxDownloadSizeBytes = MiB, WriteFiles = WriteSuperAsync };
        var theirs = await phones.ByFastbootAsync(endsWell: true, "flash", "super", "super.img");

        var ours = await phones.ByUsAsync("fetch: super.img", "flash: { partition: super, file: super.img }");

        Assert.Equal(
            [
                "= getvar:has-slot:super",
                "= getvar:max-download-size",
                "= getvar:is-logical:super",
                "+ getvar:partition-size:super",
                "= download:000ff034",
                "= flash:super",
                "= download:000ff040",
                "= flash:super",
                "= download:000ff05c",
                "= flash:super",
                "= download:00003034",
                "= flash:super",
            ],
            Difference.Between(theirs, ours));
    }

    [Fact]
    public async Task Starting_a_slot_needs_no_count_of_slots_when_the_slot_is_named()
    {
        var theirs = await Phones.ByFastbootAsync(endsWell: true, "set_active", "b");

        var ours = await Phones.ByUsAsync("set-slot: b");

        Assert.Equal(["- getvar:slot-count", "+ getvar:current-slot", "= set_active:b"], Difference.Between(theirs, ours));
    }

    [Fact]
    public async Task The_way_to_fastbootd_is_the_same_and_a_look_says_that_it_was_reached()
    {
        var theirs = await Phones.ByFastbootAsync(endsWell: true, "reboot", "fastboot");

        var ours = await Phones.ByUsAsync("reboot: fastbootd", "await-mode: { mode: fastbootd, within: 60s }");

        Assert.Equal(["= reboot-fastboot", "- getvar:is-userspace"], Difference.Between(theirs, ours));
    }

    [Fact]
    public async Task An_unlock_is_seen_to_be_done()
    {
        var phones = new SamePhones { Locked = true };
        var theirs = await phones.ByFastbootAsync(endsWell: true, "flashing", "unlock");

        var ours = await phones.ByUsAsync("unlock: flashing");

        Assert.Equal(["= flashing unlock", "+ getvar:unlocked"], Difference.Between(theirs, ours));
    }

    [Fact]
    public async Task A_wipe_erases_the_data_and_makes_no_file_system()
    {
        var theirs = await Phones.ByFastbootAsync(endsWell: false, "-w"); // Debian's package lacks the tool that makes the file system

        var ours = await Phones.ByUsAsync("format: { partition: userdata }");

        Assert.Equal(
            [
                "- getvar:partition-type:userdata",
                "+ getvar:has-slot:userdata",
                "= erase:userdata",
                "- getvar:partition-type:userdata",
                "- getvar:partition-size:userdata",
                "- getvar:erase-block-size",
                "- getvar:logical-block-size",
            ],
            Difference.Between(theirs, ours));
    }

    private static Task WriteSystemAsync(string folder, CancellationToken cancellationToken) =>
        File.WriteAllBytesAsync(Path.Combine(folder, "system.img"), Noise((3 * MiB) + 4096), cancellationToken);

    private static async Task WriteSuperAsync(string folder, CancellationToken cancellationToken)
    {
        byte[] raw = [.. Noise(2 * MiB), .. new byte[8 * MiB], .. Noise(MiB)];
        await File.WriteAllBytesAsync(Path.Combine(folder, "super.raw"), raw, cancellationToken);
        var made = await ChildProgram.RunAsync(
            "img2simg", [Path.Combine(folder, "super.raw"), Path.Combine(folder, "super.img")], TimeSpan.FromSeconds(30), cancellationToken);
        Assert.True(made.ExitCode == 0, made.Output);
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
