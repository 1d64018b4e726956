using System.Net;
using System.Net.Sockets;
using Espero.VirtualPhone.Adb;

namespace Espero.VirtualPhone.Tests.Doubles;

/// <summary>The first words of an adb server.</summary>
internal static class AdbHello
{
    /// <summary>Says hello, and gives the phone's banner.</summary>
    /// <exception cref="IOException">Nobody listens, or nobody answers.</exception>
    public static async Task<AdbMessage> SendAsync(IPEndPoint address)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var wire = new AdbWire(await ConnectAsync(address));
        await wire.WriteAsync(new(AdbCommand.Connect, AdbWire.Version, AdbWire.MaxPayloadBytes, "host::\0"u8.ToArray()), cancellationToken);
        return await wire.ReadAsync(cancellationToken);
    }

    /// <exception cref="IOException">Nobody listens.</exception>
    public static async Task<NetworkStream> ConnectAsync(IPEndPoint address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(address, TestContext.Current.CancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException refused)
        {
            socket.Dispose();
            throw new IOException("Nobody listens.", refused);
        }
    }
}
