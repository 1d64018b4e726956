using System.Globalization;
using Espero.Station.Protocols.Adb.Sideload;
using Microsoft.Win32.SafeHandles;

namespace Espero.Station.Protocols.Adb;

/// <content>Handing a package to the recovery.</content>
public sealed partial class AdbPhone
{
    // What Google's client offers, and so what every recovery takes.
    private const int UsualBlockBytes = 1 << 16;

    /// <summary>
    /// Serves a package to a phone in sideload mode until it has ended in one way or another; a failure only where it never
    /// began. A transfer that was cut off begins anew: every block is asked for again. A phone that ends it without asking for
    /// one may find the blocks too large, and is offered the usual ones.
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
                    ? await OfferAsync(package, sizeBytes, progress, cancellationToken)
                    : throw new AdbFileException("The package is empty.");
            },
            cancellationToken);

    private async Task<AdbResult<SideloadReport>> OfferAsync(
        SafeFileHandle package, long sizeBytes, IProgress<SideloadCoverage>? progress, CancellationToken cancellationToken)
    {
        var served = await ServeAsync(package, sizeBytes, Options.SideloadBlockBytes, progress, cancellationToken);
        if (Options.SideloadBlockBytes == UsualBlockBytes || !EndedUnasked(served))
        {
            return served;
        }

        // A phone that has left its sideload mode meanwhile cannot say more than it did.
        var again = await ServeAsync(package, sizeBytes, UsualBlockBytes, progress, cancellationToken);
        return again.Succeeded ? again : served;
    }

    private static bool EndedUnasked(AdbResult<SideloadReport> served) => served.Error is { } error
        ? error.Failure == AdbFailure.Refused
        : served.Value is { Coverage.BlocksTaken: 0, End: SideloadEnd.Cut or SideloadEnd.PhoneFailed or SideloadEnd.FinishedInPart };

    private async Task<AdbResult<SideloadReport>> ServeAsync(
        SafeFileHandle package, long sizeBytes, int blockBytes, IProgress<SideloadCoverage>? progress, CancellationToken cancellationToken)
    {
        var blocks = new BlockMap(sizeBytes, blockBytes);
        var hasBegun = false;
        var served = await _client.ConverseOnOwnThreadAsync<SideloadReport>(
            _target,
            string.Create(CultureInfo.InvariantCulture, $"sideload-host:{sizeBytes}:{blockBytes}"),
            new AdbLimit(Options.SideloadSilence, Options.LongestTransfer),
            (stream, watchdog) =>
            {
                hasBegun = true;
                return new SideloadServer(stream, package, blocks, progress, watchdog).Serve();
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
