using Espero.Station.Protocols.Fastboot;

namespace Espero.Station.Protocols.Tests.Fastboot;

/// <summary>Each command as AOSP's fastboot/constants.h spells it: a space after <c>oem</c> and <c>flashing</c>, colons elsewhere.</summary>
public sealed class CommandSpellingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<FastbootSession, Task>> Commands() => new()
    {
        { "flashing unlock", session => session.FlashingUnlockAsync(Stop) },
        { "flashing lock", session => session.FlashingLockAsync(Stop) },
        { "flashing unlock_critical", session => session.FlashingUnlockCriticalAsync(Stop) },
        { "flashing lock_critical", session => session.FlashingLockCriticalAsync(Stop) },
        { "flashing get_unlock_ability", session => session.GetUnlockAbilityAsync(Stop) },
        { "oem device-info", session => session.OemAsync("device-info", Stop) },
        { "erase:avb_custom_key", session => session.ClearAvbKeyAsync(Stop) },
        { "create-logical-partition:system_a:4096", session => session.CreateLogicalPartitionAsync("system_a", 4096, Stop) },
        { "delete-logical-partition:system_a", session => session.DeleteLogicalPartitionAsync("system_a", Stop) },
        { "resize-logical-partition:system_a:0", session => session.ResizeLogicalPartitionAsync("system_a", 0, Stop) },
        { "update-super:super", session => session.UpdateSuperAsync("super", wipe: false, Stop) },
        { "update-super:super:wipe", session => session.UpdateSuperAsync("super", wipe: true, Stop) },
        { "snapshot-update:cancel", session => session.SnapshotUpdateAsync(SnapshotEnd.Cancel, Stop) },
        { "snapshot-update:merge", session => session.SnapshotUpdateAsync(SnapshotEnd.Merge, Stop) },
        { "gsi:wipe", session => session.GuestSystemAsync(GuestSystemAction.Wipe, Stop) },
        { "gsi:disable", session => session.GuestSystemAsync(GuestSystemAction.Disable, Stop) },
        { "gsi:status", session => session.GuestSystemAsync(GuestSystemAction.Status, Stop) },
        { "upload", session => session.GetStagedAsync(Stream.Null, 1, progress: null, Stop) },
        { "boot", session => session.BootAsync(Stop) },
        { "shutdown", session => session.ShutdownAsync(Stop) },
        { "getvar:is-logical:system_a", session => session.IsLogicalAsync("system_a", Stop) },
        { "getvar:is-userspace", session => session.IsUserspaceAsync(Stop) },
        { "getvar:max-fetch-size", session => session.GetMaxFetchSizeAsync(Stop) },
    };

    [Theory]
    [MemberData(nameof(Commands), DisableDiscoveryEnumeration = true)]
    public async Task A_command_is_spelled_as_the_protocol_spells_it(string spelling, Func<FastbootSession, Task> send)
    {
        var phone = new MemoryPhone();
        await using var session = phone.Connect();

        await send(session);

        Assert.Equal([spelling], phone.Commands);
    }

    [Fact]
    public async Task A_booted_image_ends_the_session()
    {
        await using var session = new MemoryPhone().Answer("boot", "OKAY").Connect();

        Assert.True((await session.BootAsync(Stop)).Succeeded);
        Assert.Equal(FastbootFailure.SessionOver, session.End?.Failure);
    }

    [Fact]
    public async Task A_refused_boot_leaves_the_session_as_it_was()
    {
        await using var session = new MemoryPhone().Answer("boot", "FAILunknown command").Connect();

        Assert.Equal(FastbootFailure.PhoneRefused, (await session.BootAsync(Stop)).Error?.Failure);
        Assert.Null(session.End);
    }

    [Fact]
    public async Task A_key_is_downloaded_and_written_to_its_own_place()
    {
        var phone = new MemoryPhone().WithPartition(16).Answer("flash:avb_custom_key", "OKAY");
        await using var session = phone.Connect();

        await session.SetAvbKeyAsync(new StreamDownload(new MemoryStream([1, 2, 3]), 3), Stop);

        Assert.Equal(["download:00000003", "flash:avb_custom_key"], phone.Commands);
        Assert.Equal([1, 2, 3], phone.Downloads.Single());
    }

    [Fact]
    public async Task An_oem_answer_is_its_lines_and_its_last_word()
    {
        await using var session = new MemoryPhone()
            .Answer("oem device-info", "INFODevice unlocked: false", "TEXTDevice tampered: false", "OKAYdone").Connect();

        var answer = await session.OemAsync("device-info", Stop);

        Assert.Equal(["Device unlocked: false", "Device tampered: false"], answer.Value.Lines);
        Assert.Equal("done", answer.Value.Text);
    }

    [Theory]
    [InlineData(true, "INFOget_unlock_ability: 1", "OKAY")]
    [InlineData(false, "INFOget_unlock_ability = 0", "OKAY")]
    [InlineData(true, "OKAY1")]
    [InlineData(null, "OKAY")]
    [InlineData(null, "FAILunknown command")]
    public async Task The_unlock_ability_is_read_however_the_phone_writes_it(bool? expected, params string[] replies)
    {
        await using var session = new MemoryPhone().Answer("flashing get_unlock_ability", replies).Connect();

        Assert.Equal(expected, (await session.GetUnlockAbilityAsync(Stop)).Value);
    }
}
