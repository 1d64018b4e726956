using System.Net;
using Espero.Station.CommandLine;
using Espero.Station.Watch;
using Espero.VirtualPhone;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Watch;

/// <summary>adb and download mode on one port are one phone, which names itself in the first only.</summary>
public sealed class OnePhoneThroughModesTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_phone_goes_from_its_system_into_download_mode_and_is_written_there()
    {
        using var store = new TempFolder();
        await using var rig = new DownloadRig { Identity = "  - getprop.ro.product.device: virtual-c" };
        await using var phone = VirtualPhoneServer.Start(
            new VirtualPhoneOptions
            {
                Model = VirtualC.Model,
                StoreDirectory = store.Path,
                Serial = "SERIAL0001",
                BootTime = TimeSpan.FromMilliseconds(50),
                ListenAdb = new IPEndPoint(IPAddress.Loopback, 0),
                StartMode = PhoneMode.System,
            },
            TimeProvider.System,
            new Random(1));
        Assert.True(PortAddress.TryParse($"{DownloadRig.Port},adb:{phone.AdbAddress}", 1, out var port));

        var flashing = rig.FlashAsync(
            "  - reboot: download\n  - await-mode: { mode: download, within: 60s }\n"
            + "  - flash: { partition: RECOVERY, file: recovery.img }\n",
            new PhoneSpec.At(port));
        await phone.WaitForAsync(state => state.Mode is PhoneMode.Download, Stop).WaitAsync(Limit, Stop);
        rig.Sockets.PlugDownloadMode(DownloadRig.Port);
        var exit = await flashing.WaitAsync(Limit, Stop);

        Assert.True(exit == ExitCode.Ok, rig.Talk);
        Assert.Equal(rig.Image, rig.Written("RECOVERY"));
    }
}
