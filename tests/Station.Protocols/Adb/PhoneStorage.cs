using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Espero.Station.Protocols.Tests.Adb;

/// <summary>A phone's file service that keeps one file, reads it back, and can be told to fail.</summary>
public sealed class PhoneStorage
{
    public enum Fault
    {
        None,
        CorruptsAByte,
        LosesTheEnd,
        RefusesInTheMiddle,
        HangsUp,
    }

    public Fault Does { get; init; }

    public byte[] Content { get; private set; } = [];

    /// <summary>The path and the mode, as they were asked for.</summary>
    public string Place { get; private set; } = "";

    internal Task? Play(string service, AdbdStream stream, CancellationToken stop) => service switch
    {
        "sync:" => KeepAsync(stream, stop),
        _ when service.StartsWith("shell,v2,raw:sha256sum ", StringComparison.Ordinal) =>
            PhoneScene.PrintAsync(stream, $"{Convert.ToHexStringLower(SHA256.HashData(Content))}  file\n", "", 0, stop),
        _ => null,
    };

    private async Task KeepAsync(AdbdStream stream, CancellationToken stop)
    {
        using var content = new MemoryStream();
        while (true)
        {
            var (word, number) = await ReadWordAsync(stream, stop);
            switch (word)
            {
                case "SEND":
                    Place = Encoding.UTF8.GetString(await ReadAsync(stream, number, stop));
                    break;
                case "DATA" when Does == Fault.HangsUp && content.Length > 0:
                    return;
                case "DATA" when Does == Fault.RefusesInTheMiddle && content.Length > 0:
                    await stream.WriteAsync((byte[])[.. Word("FAIL", 13), .. "no space left"u8], stop);
                    return;
                case "DATA":
                    content.Write(await ReadAsync(stream, number, stop));
                    break;
                case "DONE":
                    Content = Keep(content.ToArray());
                    await stream.WriteAsync(Word("OKAY", 0), stop);
                    break;
                case "STAT":
                    await ReadAsync(stream, number, stop);
                    await stream.WriteAsync((byte[])[.. Word("STAT", 0x81a4), .. Size(), 0, 0, 0, 0], stop);
                    return;
            }
        }
    }

    private byte[] Keep(byte[] content)
    {
        if (Does == Fault.CorruptsAByte)
        {
            content[^1] ^= 1;
        }

        return Does == Fault.LosesTheEnd ? content[..^1] : content;
    }

    private byte[] Size()
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, Content.Length);
        return size;
    }

    private static byte[] Word(string word, int number)
    {
        var bytes = new byte[8];
        Encoding.ASCII.GetBytes(word, bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), number);
        return bytes;
    }

    private static async Task<(string Word, int Number)> ReadWordAsync(AdbdStream stream, CancellationToken stop)
    {
        var bytes = await ReadAsync(stream, 8, stop);
        return (Encoding.ASCII.GetString(bytes, 0, 4), BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)));
    }

    private static async Task<byte[]> ReadAsync(AdbdStream stream, int length, CancellationToken stop)
    {
        var bytes = new byte[length];
        await stream.Input.ReadExactlyAsync(bytes, stop);
        return bytes;
    }
}
