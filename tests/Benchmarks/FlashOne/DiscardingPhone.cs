using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Espero.Station.Protocols.Fastboot;

namespace Espero.Benchmarks.FlashOne;

/// <summary>The cheapest phone there can be: answers what a flash asks and throws the data away.</summary>
internal static class DiscardingPhone
{
    public const string Command = "discard";
    private const int MaxCommandBytes = 4096;
    private const int BufferBytes = 1 << 20;

    /// <summary>Prints its port, then serves every client until it is killed.</summary>
    public static async Task<int> RunAsync(string maxDownloadBytes, CancellationToken cancellationToken)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Console.WriteLine($"listening on tcp:{listener.LocalEndpoint}");
        while (true)
        {
            _ = ServeAsync(await listener.AcceptTcpClientAsync(cancellationToken), maxDownloadBytes, cancellationToken);
        }
    }

    private static async Task ServeAsync(TcpClient client, string maxDownloadBytes, CancellationToken cancellationToken)
    {
        using (client)
        {
            client.NoDelay = true;
            try
            {
                await ServeAsync(new FastbootTcpFrames(client.GetStream()), maxDownloadBytes, cancellationToken);
            }
            catch (IOException)
            {
                // The client has what it wanted.
            }
        }
    }

    private static async Task ServeAsync(FastbootTcpFrames frames, string maxDownloadBytes, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferBytes];
        await frames.ShakeHandsAsync(cancellationToken);
        while (true)
        {
            var length = await frames.ReadPacketAsync(buffer.AsMemory(0, MaxCommandBytes), cancellationToken);
            var command = Encoding.ASCII.GetString(buffer, 0, length);
            if (command.StartsWith("download:", StringComparison.Ordinal))
            {
                await DiscardAsync(frames, command["download:".Length..], buffer, cancellationToken);
            }

            var answer = command == "getvar:max-download-size" ? $"OKAY{maxDownloadBytes}"
                : command.StartsWith("getvar:", StringComparison.Ordinal) ? "FAILunknown variable"
                : "OKAY";
            await frames.WritePacketAsync(Encoding.ASCII.GetBytes(answer), cancellationToken);
        }
    }

    private static async Task DiscardAsync(FastbootTcpFrames frames, string size, byte[] buffer, CancellationToken cancellationToken)
    {
        await frames.WritePacketAsync(Encoding.ASCII.GetBytes($"DATA{size}"), cancellationToken);
        for (var left = long.Parse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture); left > 0;)
        {
            left -= await frames.ReadDataAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), cancellationToken);
        }
    }
}
