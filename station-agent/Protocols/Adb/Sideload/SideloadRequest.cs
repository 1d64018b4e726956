using System.Globalization;
using System.Text;

namespace Espero.Station.Protocols.Adb.Sideload;

/// <summary>One request: eight decimal digits, or one of two words (AOSP adb/SERVICES.TXT, "sideload-host").</summary>
/// <param name="Block">0 to 99999999; meaningful only for <see cref="SideloadRequestKind.Block"/>.</param>
public readonly record struct SideloadRequest(SideloadRequestKind Kind, int Block = 0)
{
    public const int Bytes = 8;

    /// <exception cref="AdbProtocolException">It is none of them.</exception>
    public static SideloadRequest Parse(ReadOnlySpan<byte> request) => request switch
    {
        _ when request.SequenceEqual("DONEDONE"u8) => new SideloadRequest(SideloadRequestKind.Done),
        _ when request.SequenceEqual("FAILFAIL"u8) => new SideloadRequest(SideloadRequestKind.Failed),
        { Length: Bytes } when int.TryParse(request, NumberStyles.None, CultureInfo.InvariantCulture, out var block) =>
            new SideloadRequest(SideloadRequestKind.Block, block),
        _ => throw new AdbProtocolException($"a sideload request of '{Encoding.Latin1.GetString(request)}'."),
    };
}
