using System.Globalization;
using System.Text;

namespace Espero.Station.Protocols.Tests.Adb;

/// <summary>A recovery in sideload mode: asks for the blocks it is told to, keeps what came, and ends as it is told to.</summary>
internal sealed class RecoveryScene(IEnumerable<int> blocks, string? lastWord, int packageBytes)
{
    private const int BlockBytes = 1 << 16;

    public byte[] Package { get; } = new byte[packageBytes];

    public Task? Play(string service, AdbdStream stream, CancellationToken stop) =>
        service == string.Create(CultureInfo.InvariantCulture, $"sideload-host:{packageBytes}:{BlockBytes}")
            ? AskAsync(stream, stop)
            : null;

    public async Task AskAsync(AdbdStream stream, CancellationToken stop)
    {
        foreach (var block in blocks)
        {
            await stream.WriteAsync(block.ToString("d8", CultureInfo.InvariantCulture), stop);
            var offset = block * BlockBytes;
            if (offset < packageBytes)
            {
                await stream.Input.ReadExactlyAsync(Package.AsMemory(offset, Math.Min(BlockBytes, packageBytes - offset)), stop);
            }
        }

        if (lastWord is not null)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(lastWord), stop);
        }
    }
}
