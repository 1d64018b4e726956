using System.Threading.Channels;

namespace Espero.Station.Protocols.Usb;

/// <summary>
/// Rings when something may have changed: at once when the kernel makes or removes a device's file or udev gives it away,
/// a little later once more because the kernel configures a device after that, and every second in case nobody tells.
/// </summary>
internal sealed class UsbBell : IDisposable
{
    private const string Nodes = "/dev/bus/usb";
    private static readonly TimeSpan Afterwards = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Anyway = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _rings =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly ITimer _timer;
    private readonly FileSystemWatcher? _watcher;

    public UsbBell(TimeProvider time)
    {
        _timer = time.CreateTimer(_ => _rings.Writer.TryWrite(true), state: null, TimeSpan.Zero, Anyway);
        _watcher = TryWatch();
    }

    public IAsyncEnumerable<bool> RingsAsync(CancellationToken cancellationToken) => _rings.Reader.ReadAllAsync(cancellationToken);

    public void Dispose()
    {
        _watcher?.Dispose();
        _timer.Dispose();
    }

    // Without it, as where too many programs watch already, the timer is enough: only slower.
    private FileSystemWatcher? TryWatch()
    {
        try
        {
            var watcher = new FileSystemWatcher(Nodes)
            {
                IncludeSubdirectories = true,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.Attributes,
            };
            watcher.Created += Ring;
            watcher.Deleted += Ring;
            watcher.Changed += Ring;
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception refused) when (refused is IOException or ArgumentException)
        {
            return null;
        }
    }

    private void Ring(object sender, FileSystemEventArgs change)
    {
        _rings.Writer.TryWrite(true);
        _timer.Change(Afterwards, Anyway);
    }
}
