using System.Net;
using System.Net.Sockets;

namespace Espero.VirtualPhone.Wire;

/// <summary>
/// A TCP port of the phone. Closed, it stays bound but does not listen: clients are refused, and no other program
/// takes the number while the phone is away.
/// </summary>
internal sealed class TcpPort : IDisposable
{
    // Fastboot serves one client at a time; the others wait here. Too few places would cost them a second each: Linux then drops the SYN.
    private const int Backlog = 16;
    private const int MaxBindAttempts = 100;
    private static readonly TimeSpan PauseBetweenBinds = TimeSpan.FromMilliseconds(50);

    private Socket _socket;

    /// <exception cref="SocketException">The address is taken or not this machine's.</exception>
    public TcpPort(IPEndPoint address)
    {
        _socket = Bind(address);
        Address = (IPEndPoint)_socket.LocalEndPoint!;
    }

    public IPEndPoint Address { get; }

    public void Open() => _socket.Listen(Backlog);

    /// <exception cref="SocketException">Another program has taken the number, and kept it for seconds.</exception>
    public async Task CloseAsync(TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        _socket.Dispose();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _socket = Bind(Address);
                return;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse && attempt < MaxBindAttempts)
            {
                // For a moment the number was free, and the kernel gave it to a connection that will soon be over.
                await Task.Delay(PauseBetweenBinds, timeProvider, cancellationToken);
            }
        }
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
