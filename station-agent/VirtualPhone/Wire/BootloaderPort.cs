using System.Net;
using System.Net.Sockets;

namespace Espero.VirtualPhone.Wire;

/// <summary>
/// The TCP port of the bootloader. Closed, it stays bound but does not listen: clients are refused, and no other program
/// takes the number while the phone is away.
/// </summary>
internal sealed class BootloaderPort : IDisposable
{
    // One client at a time; the others wait here. Too few places would cost them a second each: Linux then drops the SYN.
    private const int Backlog = 16;
    private Socket _socket;

    /// <exception cref="SocketException">The address is taken or not this machine's.</exception>
    public BootloaderPort(IPEndPoint address)
    {
        _socket = Bind(address);
        Address = (IPEndPoint)_socket.LocalEndPoint!;
    }

    public IPEndPoint Address { get; }

    public void Open() => _socket.Listen(Backlog);

    public void Close()
    {
        _socket.Dispose();
        _socket = Bind(Address);
    }

    public async ValueTask<Socket> AcceptAsync(CancellationToken cancellationToken)
    {
        var connection = await _socket.AcceptAsync(cancellationToken);
        connection.NoDelay = true;
        connection.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, optionValue: true);
        return connection;
    }

    public void Dispose() => _socket.Dispose();

    private static Socket Bind(IPEndPoint address)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(address);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
