using Espero.Station.Host.Tests.Watch;
using Espero.Station.Recipes.Failures;
using Espero.Station.Watch;
using Espero.Station.Workbench;
using PhoneMode = Espero.Plan.V1.PhoneMode;

namespace Espero.Station.Host.Tests.Workbench;

public sealed class PhoneListTests
{
    [Theory]
    [InlineData("05c6", "9008", "Qualcomm's emergency download")]
    [InlineData("05c6", "900e", "Qualcomm's emergency download")]
    [InlineData("0e8d", "0003", "MediaTek's boot ROM")]
    [InlineData("0e8d", "2000", "MediaTek's preloader")]
    [InlineData("22d9", "0006", "MediaTek's preloader")]
    public async Task A_phone_in_its_chips_emergency_mode_is_named_with_what_a_person_can_do(string vendor, string product, string words)
    {
        await using var rig = new DownloadRig();
        rig.Sockets.Plug(DownloadRig.Port, vendor, product, address: 7);

        var phone = Assert.Single(await PhoneList.ReadAsync(rig.Bench, [], TestContext.Current.CancellationToken));

        Assert.Equal((PhoneMode.Edl, FailureCode.EmergencyMode), (phone.Mode, phone.Obstacle?.FailureClass));
        Assert.StartsWith(words, phone.Obstacle?.Text, StringComparison.Ordinal);
        var sentences = FailureCatalogue.Find(phone.Obstacle!.FailureClass)!;
        Assert.Contains("hold its power key", sentences.SentencesIn("en"), StringComparison.Ordinal);
        Assert.Contains("touche Marche", sentences.SentencesIn("fr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_alone_in_download_mode_has_nothing_in_its_way()
    {
        await using var rig = new DownloadRig();
        rig.Sockets.PlugDownloadMode(DownloadRig.Port);

        var phone = Assert.Single(await PhoneList.ReadAsync(rig.Bench, [], TestContext.Current.CancellationToken));

        Assert.Equal((PhoneMode.Download, null), (phone.Mode, phone.Obstacle));
    }

    [Fact]
    public async Task A_phone_that_speaks_fastboot_over_udp_is_listed_with_its_mode()
    {
        await using var bench = new DownloadRig();
        await using var phone = FlashRig.Start(options => options with { ListenUdp = new(System.Net.IPAddress.Loopback, 0) });

        var listed = Assert.Single(await PhoneList.ReadAsync(bench.Bench, [phone.UdpPort], TestContext.Current.CancellationToken));

        Assert.Equal((phone.UdpPort.Path, PhoneMode.Bootloader, "virtual-a", null), (listed.Port, listed.Mode, listed.Name, listed.Obstacle));
    }

    [Fact]
    public async Task Failure_9_a_phone_on_the_network_is_listed_with_its_mode_and_one_that_is_not_there_with_its_reason()
    {
        await using var bench = new DownloadRig();
        await using var phone = FlashRig.Start();
        Assert.True(PortAddress.TryParse(phone.Phone.Target, 1, out var there));
        Assert.True(PortAddress.TryParse("tcp:127.0.0.1:1", 2, out var nowhere));

        var listed = await PhoneList.ReadAsync(bench.Bench, [there, nowhere], TestContext.Current.CancellationToken);

        Assert.Equal(
            [(there.Path, PhoneMode.Bootloader, "virtual-a"), (nowhere.Path, PhoneMode.Unspecified, "")],
            listed.Select(one => (one.Port, one.Mode, one.Name)));
        Assert.Equal([null, FailureCode.PhoneNotSeen], listed.Select(one => one.Obstacle?.FailureClass));
    }
}
