using Espero.Station.Protocols.Adb;
using Espero.Station.Protocols.Adb.Server;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Odin;
using Espero.Station.Protocols.Usb;
using Espero.Station.Watch;

namespace Espero.Station.Workbench;

/// <summary>What a command needs to reach phones, without a station's host around it.</summary>
internal sealed class PhoneBench : IAsyncDisposable
{
    private readonly IKernelLog _kernel;

    public PhoneBench(string dataDirectory, FastbootOptions options, TimeProvider time)
        : this(dataDirectory, options, new HeimdallOptions(), new UsbTree(), new KernelLog(), time)
    {
    }

    public PhoneBench(
        string dataDirectory, FastbootOptions options, HeimdallOptions heimdall, UsbTree tree, IKernelLog kernel, TimeProvider time)
    {
        _kernel = kernel;
        Usb = new UsbBus(time, tree);
        Adb = new AdbDesk(new AdbServerOptions { Folder = Path.Combine(dataDirectory, "adb") }, new AdbOptions(), time, _ => { });
        var adb = new AdbWay(Adb);
        Downloads = new DownloadDesk(Usb, heimdall, time);
        Connector = new PhoneConnector(new UsbWay(Usb, new SocketHealth(Usb, kernel, time), adb, Downloads, options, time), adb, Downloads, options, time);
    }

    public UsbBus Usb { get; }

    public AdbDesk Adb { get; }

    public DownloadDesk Downloads { get; }

    public PhoneConnector Connector { get; }

    public async ValueTask DisposeAsync()
    {
        await Adb.DisposeAsync();
        Downloads.Dispose();
        Usb.Dispose();
        (_kernel as IDisposable)?.Dispose();
    }
}
