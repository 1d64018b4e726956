using System.Buffers.Binary;
using System.Text;
using Espero.Station.Protocols.Fastboot;

namespace Espero.Station.Protocols.Adb;

/// <summary>
/// Reads what a command prints: packets with an id byte and a little-endian length (AOSP adb/shell_protocol.h), or from an old
/// phone plain text that ends with our own mark. Never holds more than the limit, whatever a length claims.
/// </summary>
internal sealed class ShellReader(Stream stream, int maxBytes, Watchdog watchdog)
{
    private const int HeaderBytes = 5;
    private const byte Stdout = 1;
    private const byte Stderr = 2;
    private const byte Exit = 3;
    private const string Mark = "espero-exit:";
    private readonly byte[] _chunk = new byte[1 << 14];

    /// <summary>What an old phone is asked to run, so that its exit code can be read.</summary>
    public static string WithMark(string command) => $"({command}\n); echo \"{Mark}$?\"";

    public async Task<AdbResult<ShellOutput>> ReadPacketsAsync()
    {
        using var output = new MemoryStream();
        using var errors = new MemoryStream();
        var header = new byte[HeaderBytes];
        while (output.Length + errors.Length <= maxBytes)
        {
            await stream.ReadExactlyAsync(header, watchdog.Token);
            watchdog.Feed();
            var length = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(1));
            switch (header[0])
            {
                case Stdout:
                    await CopyAsync(output, length);
                    break;
                case Stderr:
                    await CopyAsync(errors, length);
                    break;
                case Exit when length == 1:
                    await stream.ReadExactlyAsync(header.AsMemory(0, 1), watchdog.Token);
                    return new ShellOutput(Text(output), Text(errors), header[0]);
                default:
                    throw new AdbProtocolException($"a shell packet {header[0]} of {length} bytes.");
            }
        }

        return TooMuch();
    }

    public async Task<AdbResult<ShellOutput>> ReadMarkedAsync()
    {
        using var output = new MemoryStream();
        while (await stream.ReadAsync(_chunk, watchdog.Token) is > 0 and var length)
        {
            watchdog.Feed();
            output.Write(_chunk, 0, length);
            if (output.Length > maxBytes)
            {
                return TooMuch();
            }
        }

        // Old phones print through a terminal, which ends lines with a carriage return too.
        var text = Text(output).Replace("\r\n", "\n", StringComparison.Ordinal);
        var mark = text.LastIndexOf(Mark, StringComparison.Ordinal);
        return mark >= 0 && byte.TryParse(text.AsSpan(mark + Mark.Length).Trim(), out var code)
            ? new ShellOutput(text[..mark], "", code)
            : throw new EndOfStreamException("The command's end was not heard.");
    }

    private async ValueTask CopyAsync(MemoryStream to, uint length)
    {
        for (long left = length; left > 0 && to.Length <= maxBytes;)
        {
            var wanted = (int)Math.Min(_chunk.Length, left);
            await stream.ReadExactlyAsync(_chunk.AsMemory(0, wanted), watchdog.Token);
            watchdog.Feed();
            to.Write(_chunk, 0, wanted);
            left -= wanted;
        }
    }

    private AdbError TooMuch() => new(AdbFailure.TooMuchOutput, $"The command printed more than {maxBytes} bytes.");

    private static string Text(MemoryStream bytes) => Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
}
