using System.Buffers.Binary;
using System.Text;
using Espero.VirtualPhone.Android;
using Espero.VirtualPhone.Bootloader;

namespace Espero.VirtualPhone.Adb;

/// <summary><c>adb push</c>, <c>pull</c> and <c>ls</c> (AOSP adb/SYNC.TXT, version 1: four letters and a little-endian number).</summary>
internal sealed class SyncService(PhoneParts parts)
{
    private const int MaxPathBytes = 1024;
    private const int MaxDataBytes = 64 << 10;
    private const uint DirectoryMode = 0x41FF;
    private const uint FileMode = 0x81B6;

    private readonly byte[] _head = new byte[2 * sizeof(uint)];
    private readonly byte[] _data = new byte[MaxDataBytes];

    private FileShelf Files => parts.Phone.Files;

    public async Task<BootTarget?> RunAsync(AdbStream stream, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (id, length) = await ReadHeadAsync(stream, cancellationToken);
            if (id == "QUIT")
            {
                return null;
            }

            if (length > MaxPathBytes)
            {
                await FailAsync(stream, "path too long", cancellationToken);
                return null;
            }

            await stream.ReadExactlyAsync(_data.AsMemory(0, (int)length), cancellationToken);
            var argument = Encoding.UTF8.GetString(_data, 0, (int)length);
            await (id switch
            {
                "STAT" => StatAsync(stream, argument, cancellationToken),
                "LIST" => ListAsync(stream, argument, cancellationToken),
                "SEND" => TakeAsync(stream, argument, cancellationToken),
                "RECV" => GiveAsync(stream, argument, cancellationToken),
                _ => FailAsync(stream, $"unknown command {id}", cancellationToken),
            });
        }
    }

    private async Task StatAsync(AdbStream stream, string path, CancellationToken cancellationToken)
    {
        var answer = new byte[4 * sizeof(uint)];
        "STAT"u8.CopyTo(answer);
        var (mode, size) = Files.Length(path) is { } length ? (FileMode, (uint)length) : (Files.IsDirectory(path) ? DirectoryMode : 0, 0u);
        BinaryPrimitives.WriteUInt32LittleEndian(answer.AsSpan(4), mode);
        BinaryPrimitives.WriteUInt32LittleEndian(answer.AsSpan(8), size);
        BinaryPrimitives.WriteUInt32LittleEndian(answer.AsSpan(12), (uint)Files.ChangedAt(path));
        await stream.WriteAsync(answer, cancellationToken);
    }

    private async Task ListAsync(AdbStream stream, string path, CancellationToken cancellationToken)
    {
        var start = path.TrimEnd('/') + '/';
        foreach (var file in Files.List(start).Where(file => !file[start.Length..].Contains('/', StringComparison.Ordinal)))
        {
            await stream.WriteAsync(Entry(file, file[start.Length..]), cancellationToken);
        }

        var end = new byte[5 * sizeof(uint)];
        "DONE"u8.CopyTo(end);
        await stream.WriteAsync(end, cancellationToken);
    }

    private byte[] Entry(string path, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        var entry = new byte[(5 * sizeof(uint)) + bytes.Length];
        "DENT"u8.CopyTo(entry);
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(4), FileMode);
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(8), (uint)(Files.Length(path) ?? 0));
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(12), (uint)Files.ChangedAt(path));
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(16), bytes.Length);
        bytes.CopyTo(entry.AsSpan(20));
        return entry;
    }

    // "PATH,MODE", then DATA as often as needed, then DONE with the time of change. The client hears of a refusal at the end.
    private async Task TakeAsync(AdbStream stream, string argument, CancellationToken cancellationToken)
    {
        var comma = argument.LastIndexOf(',');
        var path = comma < 0 ? argument : argument[..comma];
        var refusal = FileShelf.IsWritable(path) && !Files.IsDirectory(path) ? null : "couldn't create file: Read-only file system";
        await using var file = refusal is null ? Files.Create(path) : null;
        while (true)
        {
            var (id, number) = await ReadHeadAsync(stream, cancellationToken);
            if (id == "DONE")
            {
                await EndAsync(number);
                return;
            }

            if (id != "DATA" || number > MaxDataBytes)
            {
                throw new EndOfStreamException($"A push broke off with {id}.");
            }

            await stream.ReadExactlyAsync(_data.AsMemory(0, (int)number), cancellationToken);
            refusal ??= file!.Length + number > Files.MaxFileBytes ? "write failed: No space left on device" : null;
            if (refusal is null)
            {
                await file!.WriteAsync(_data.AsMemory(0, (int)number), cancellationToken);
                parts.Wrote((int)number);
            }
        }

        async Task EndAsync(uint changedAt)
        {
            if (refusal is not null)
            {
                await FailAsync(stream, refusal, cancellationToken);
                return;
            }

            await file!.DisposeAsync();
            Files.SetChangedAt(path, changedAt);
            await stream.WriteAsync(Head("OKAY"u8, 0), cancellationToken);
        }
    }

    private async Task GiveAsync(AdbStream stream, string path, CancellationToken cancellationToken)
    {
        if (Files.Length(path) is null)
        {
            await FailAsync(stream, "open failed: No such file or directory", cancellationToken);
            return;
        }

        await using var file = Files.OpenRead(path);
        while (await file.ReadAsync(_data, cancellationToken) is > 0 and var length)
        {
            await stream.WriteAsync((byte[])[.. Head("DATA"u8, (uint)length), .. _data.AsSpan(0, length)], cancellationToken);
        }

        await stream.WriteAsync(Head("DONE"u8, 0), cancellationToken);
    }

    private static async Task FailAsync(AdbStream stream, string why, CancellationToken cancellationToken) =>
        await stream.WriteAsync((byte[])[.. Head("FAIL"u8, (uint)why.Length), .. Encoding.ASCII.GetBytes(why)], cancellationToken);

    private async ValueTask<(string Id, uint Number)> ReadHeadAsync(AdbStream stream, CancellationToken cancellationToken)
    {
        await stream.ReadExactlyAsync(_head, cancellationToken);
        return (Encoding.Latin1.GetString(_head, 0, sizeof(uint)), BinaryPrimitives.ReadUInt32LittleEndian(_head.AsSpan(sizeof(uint))));
    }

    private static byte[] Head(ReadOnlySpan<byte> id, uint number)
    {
        var head = new byte[2 * sizeof(uint)];
        id.CopyTo(head);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(sizeof(uint)), number);
        return head;
    }
}
