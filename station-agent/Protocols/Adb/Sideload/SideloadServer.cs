using Espero.Station.Protocols.Fastboot;
using Microsoft.Win32.SafeHandles;

namespace Espero.Station.Protocols.Adb.Sideload;

/// <summary>
/// Serves a package to a recovery: the phone asks for blocks in whatever order it likes, as often as it likes. What it took is
/// counted here, because the phone's last word says nothing of it, and many phones restart without one.
/// </summary>
internal sealed class SideloadServer(
    BlockingStream stream, SafeFileHandle package, BlockMap blocks, IProgress<SideloadCoverage>? progress, Watchdog watchdog)
{
    private readonly byte[] _request = new byte[SideloadRequest.Bytes];

    /// <summary>Serves until the end, whatever it is; throws only when the watchdog bites or the caller cancels.</summary>
    public SideloadReport Serve()
    {
        try
        {
            while (true)
            {
                stream.ReceiveExactly(_request, watchdog.Token);
                var request = SideloadRequest.Parse(_request);
                if (request.Kind != SideloadRequestKind.Block)
                {
                    return LastWord(request.Kind);
                }

                Send(request.Block);
                watchdog.Feed();
            }
        }
        catch (AdbProtocolException nonsense)
        {
            return Report(SideloadEnd.Nonsense, nonsense.Message);
        }
        catch (AdbFileException unreadable)
        {
            return Report(SideloadEnd.FileUnreadable, unreadable.Message);
        }
        catch (IOException)
        {
            return Report(SideloadEnd.Cut, $"The connection closed at {blocks.Coverage.Percent} % without a word.");
        }
    }

    private void Send(int block)
    {
        if (!blocks.Has(block))
        {
            throw new AdbProtocolException($"a request for block {block} of {blocks.Coverage.Blocks}.");
        }

        stream.SendFile(package, blocks.OffsetOf(block), blocks.LengthOf(block), watchdog.Token);
        blocks.Take(block);
        progress?.Report(blocks.Coverage);
    }

    private SideloadReport LastWord(SideloadRequestKind word) => word switch
    {
        SideloadRequestKind.Failed => Report(SideloadEnd.PhoneFailed, $"The phone said FAILFAIL at {blocks.Coverage.Percent} %."),
        _ when blocks.Coverage.IsWhole => Report(SideloadEnd.Finished, "The phone took every block and said DONEDONE."),
        _ => Report(SideloadEnd.FinishedInPart, $"The phone said DONEDONE after {blocks.Coverage.Percent} %."),
    };

    private SideloadReport Report(SideloadEnd end, string text) => new(end, blocks.Coverage, text);
}
