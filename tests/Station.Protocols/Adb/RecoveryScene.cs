using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Espero.Station.Protocols.Tests.Adb;

/// <summary>A recovery in sideload mode: asks for the blocks it is told to, keeps what came, and ends as it is told to.</summary>
internal sealed class RecoveryScene(IEnumerable<int> blocks, string? lastWord, int packageBytes)
{
    public byte[] Package { get; } = new byte[packageBytes];

    /// <summary>The largest block it takes.</summary>
    public int MaxBlockBytes { get; init; } = 1 << 22;

    /// <summary>How it ends a conversation about larger ones: null closes it, and no text at all refuses it.</summary>
    public string? WordOnLargerBlocks { get; init; }

    /// <summary>The blocks it was offered, in bytes.</summary>
    public ConcurrentQueue<int> Offers { get; } = new();

    public Task? Play(string service, AdbdStream stream, CancellationToken stop)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"sideload-host:{packageBytes}:");
        if (!service.StartsWith(head, StringComparison.Ordinal))
        {
            return null;
        }

        var blockBytes = int.Parse(service.AsSpan(head.Length), CultureInfo.InvariantCulture);
        Offers.Enqueue(blockBytes);
        return blockBytes <= MaxBlockBytes ? AskAsync(blockBytes, stream, stop)
            : WordOnLargerBlocks is "" ? null
            : SayAsync(WordOnLargerBlocks, stream, stop);
    }

    private async Task AskAsync(int blockBytes, AdbdStream stream, CancellationToken stop)
    {
        foreach (var block in blocks)
        {
            await stream.WriteAsync(block.ToString("d8", CultureInfo.InvariantCulture), stop);
            var offset = (long)block * blockBytes;
            if (offset < packageBytes)
            {
                await stream.Input.ReadExactlyAsync(
                    Package.AsMemory((int)offset, (int)Math.Min(blockBytes, packageBytes - offset)), stop);
            }
        }

        await SayAsync(lastWord, stream, stop);
    }

    private static Task SayAsync(string? word, AdbdStream stream, CancellationToken stop) =>
        word is null ? Task.CompletedTask : stream.WriteAsync(Encoding.ASCII.GetBytes(word), stop);
}
