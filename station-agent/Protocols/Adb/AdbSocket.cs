using System.Buffers;
using System.Globalization;
using System.Text;

namespace Espero.Station.Protocols.Adb;

/// <summary>
/// One connection to an adb server (AOSP adb/OVERVIEW.TXT, section II; SERVICES.TXT): a service is asked for by name, and
/// what follows its OKAY is the service's own affair. One owner.
/// </summary>
/// <remarks>Every method may throw <see cref="IOException"/> when the connection is lost or ends too early.</remarks>
public sealed class AdbSocket(Stream stream) : IAsyncDisposable
{
    /// <summary>The longest text or service name: four hexadecimal digits.</summary>
    public const int MaxTextBytes = 0xffff;

    private const int WordBytes = 4;
    private readonly byte[] _word = new byte[WordBytes];

    /// <summary>The bytes behind the OKAY of a service that speaks a protocol of its own.</summary>
    public Stream Stream => stream;

    /// <summary>Asks for a service and reads the verdict.</summary>
    /// <returns>Null for OKAY; the text of a FAIL otherwise.</returns>
    /// <exception cref="AdbProtocolException">The verdict is neither.</exception>
    public async ValueTask<string?> AskAsync(string service, CancellationToken cancellationToken)
    {
        var name = Encoding.UTF8.GetBytes(service);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, MaxTextBytes);
        byte[] request = [.. Encoding.ASCII.GetBytes(name.Length.ToString("x4", CultureInfo.InvariantCulture)), .. name];
        await stream.WriteAsync(request, cancellationToken);
        return await ReadVerdictAsync(cancellationToken);
    }

    /// <summary>Reads OKAY, or FAIL and its text.</summary>
    /// <returns>Null for OKAY; the text of a FAIL otherwise.</returns>
    /// <exception cref="AdbProtocolException">It is neither.</exception>
    public async ValueTask<string?> ReadVerdictAsync(CancellationToken cancellationToken)
    {
        await stream.ReadExactlyAsync(_word, cancellationToken);
        return _word.AsSpan() switch
        {
            var word when word.SequenceEqual("OKAY"u8) => null,
            var word when word.SequenceEqual("FAIL"u8) => await ReadTextAsync(cancellationToken),
            _ => throw new AdbProtocolException($"a verdict of '{Encoding.Latin1.GetString(_word)}'."),
        };
    }

    /// <summary>Reads a text: its length as four hexadecimal digits, then that many bytes.</summary>
    /// <exception cref="AdbProtocolException">The length is no number.</exception>
    public async ValueTask<string> ReadTextAsync(CancellationToken cancellationToken)
    {
        await stream.ReadExactlyAsync(_word, cancellationToken);
        if (!ushort.TryParse(_word, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length))
        {
            throw new AdbProtocolException($"a length of '{Encoding.Latin1.GetString(_word)}'.");
        }

        var text = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            await stream.ReadExactlyAsync(text.AsMemory(0, length), cancellationToken);
            return Encoding.UTF8.GetString(text, 0, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(text);
        }
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
