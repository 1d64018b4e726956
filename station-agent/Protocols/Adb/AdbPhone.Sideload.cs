using System.Globalization;
using Espero.Station.Protocols.Adb.Sideload;
using Microsoft.Win32.SafeHandles;

namespace Espero.Station.Protocols.Adb;

/// <content>Handing a package to the recovery.</content>
public sealed partial class AdbPhone
{
    // What Google's client asks for; every recovery since Android 4.4 takes it.
    private const int SideloadBlockBytes = 1 << 16;

    /// <summary>
    /// Serves a package to a phone in sideload mode until it has ended in one way or another; a failure only where it never
    /// began. A transfer that was cut off begins anew: every block is asked for again.
    /// </summary>
    /// <param name="progress">Told after each block; a phone may take blocks twice and more.</param>
    public Task<AdbResult<SideloadReport>> SideloadAsync(
        string path, IProgress<SideloadCoverage>? progress, CancellationToken cancellationToken) =>
        AdbEdge.RunAsync(
            "sideload",
            AdbLimit.Within(Timeout.InfiniteTimeSpan), // the conversation has its own
            _client.Time,
            async Task<AdbResult<SideloadReport>> (_) =>
            {
                using var package = PackageFile.Open(path);
                var sizeBytes = RandomAccess.GetLength(package);
                return sizeBytes > 0
                    ? await ServeAsync(package, sizeBytes, progress, cancellationToken)
                    : throw new AdbFileException("The package is empty.");
            },
            cancellationToken);

    private async Task<AdbResult<SideloadReport>> ServeAsync(
        SafeFileHandle package, long sizeBytes, IProgress<SideloadCoverage>? progress, CancellationToken cancellationToken)
    {
        var blocks = new BlockMap(sizeBytes, SideloadBlockBytes);
        var hasBegun = false;
        var served = await _client.ConverseOnOwnThreadAsync<SideloadReport>(
            _target,
            string.Create(CultureInfo.InvariantCulture, $"sideload-host:{sizeBytes}:{SideloadBlockBytes}"),
            new AdbLimit(Options.SideloadSilence, Options.LongestTransfer),
            async (stream, watchdog) =>
            {
                hasBegun = true;
                return await new SideloadServer(stream, package, blocks, progress, watchdog).ServeAsync();
            },
            cancellationToken);

        return served.Error switch
        {
            { Failure: AdbFailure.Silent } error when hasBegun => new SideloadReport(SideloadEnd.Silent, blocks.Coverage, error.Text),
            { Failure: AdbFailure.Cancelled } error when hasBegun => new SideloadReport(SideloadEnd.Cancelled, blocks.Coverage, error.Text),
            _ => served,
        };
    }
}
