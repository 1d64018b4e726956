using Espero.EndToEnd.Tests.Site;

namespace Espero.EndToEnd.Tests;

public sealed class FullDiskTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_full_disk_at_the_station_is_recorded_with_its_class_and_a_requeue_works_after_making_room()
    {
        Assert.SkipUnless(SmallDisk.CanBeMade, "NOT TESTED: a small disk can only be mounted by root.");
        var token = TestContext.Current.CancellationToken;
        await using var site = await EsperoSite.StartAsync(token);
        await using var disk = await SmallDisk.MountAsync(Path.Combine(site.Folder, "station-left"), token);
        // Beside the journal's reserve of 64 MiB, room for boot.img and not for system.img.
        disk.FillUpTo(freeBytes: 80L * 1024 * 1024);
        var phone = site.AddPhone();
        phone.Start();
        site.AddStation("left", disk.Folder, phone).Start();
        var before = await PhoneAsItWasAsync(site, phone, token);

        var job = await site.ReleaseAndFlashAsync(phone, token);

        await site.UntilJobIsAsync(job, "failed", Limit, token);
        Assert.Equal("station-disk-full", await site.Records.FailureClassAsync(job, token));
        Assert.Equal(1, await site.Records.CountFactsAsync(job, "AttemptEnded", token));
        Assert.Equal(before, PhoneContents.Of(phone));

        disk.MakeRoom();
        await site.Command.RequeueAsync(job, token);
        await site.UntilJobIsAsync(job, "written", Limit, token);
        Assert.Equal(2, await site.Records.EpochAsync(job, token));
        Assert.True(WrittenBlocks.AreExactly(phone.PartitionFile("system_a"), site.Build.System));
    }

    private static async Task<string> PhoneAsItWasAsync(EsperoSite site, TrialPhone phone, CancellationToken cancellationToken)
    {
        await site.RecognisedAsync(phone, cancellationToken);
        return PhoneContents.Of(phone);
    }
}
