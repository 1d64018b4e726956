using Espero.Station.Protocols.Adb;
using Espero.Station.Protocols.Adb.Server;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Odin;
using Espero.Station.Protocols.Usb;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Espero.Station.Watch;

internal static partial class WatchServiceCollectionExtensions
{
    /// <param name="adbFolder">Where our adb server keeps its key.</param>
    public static IServiceCollection AddWatch(this IServiceCollection services, IReadOnlyList<PortAddress> ports, string adbFolder) => services
        .AddGiven<WatchOptions, WatchOptionsCheck>(new WatchOptions())
        .AddSingleton(new FastbootOptions())
        .AddSingleton(provider => new UsbBus(provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new AdbDesk(
            new AdbServerOptions { Folder = adbFolder },
            new AdbOptions(),
            provider.GetRequiredService<TimeProvider>(),
            death => LogAdbServerDied(provider.GetRequiredService<ILogger<AdbDesk>>(), death.Cause, death.Text)))
        .AddSingleton<AdbWay>()
        .AddSingleton(new HeimdallOptions())
        .AddSingleton<DownloadDesk>()
        .AddSingleton<IKernelLog, KernelLog>()
        .AddSingleton<SocketHealth>()
        .AddSingleton<UsbWay>()
        .AddSingleton<PhoneConnector>()
        .AddSingleton(_ => new PortSet(ports))
        .AddSingleton(_ => new PortBoard(ports))
        .AddHostedService<PortWatch>();

    [LoggerMessage(3004, LogLevel.Warning, "The station's adb server was started again: {Cause}. {Text}")]
    private static partial void LogAdbServerDied(ILogger logger, AdbServerDeathCause cause, string text);
}
