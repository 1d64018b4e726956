using System.Net;
using System.Net.Sockets;
using Espero.VirtualPhone.Bootloader;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Udp;

/// <summary>
/// Fastboot over UDP: one host at a time, the newest. Closed, it stays bound but hears only itself, so that the kernel
/// refuses everybody else and no other program takes the number.
/// </summary>
internal sealed class FastbootUdpPort : IPhonePort
{
    private const int MaxBindAttempts = 100;
    private static readonly TimeSpan PauseBetweenBinds = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan FarewellLimit = TimeSpan.FromSeconds(2);

    private readonly PhoneParts _parts;
    private Socket _socket;
    private bool _saysFarewell;

    /// <exception cref="SocketException">The address is taken or not this machine's.</exception>
    public FastbootUdpPort(IPEndPoint address, PhoneParts parts)
    {
        _parts = parts;
        _socket = Bind(address);
        Address = (IPEndPoint)_socket.LocalEndPoint!;
        _socket.Connect(Address);
    }

    public IPEndPoint Address { get; }

    public bool SpeaksIn(PhoneState state) => state.Mode is PhoneMode.Bootloader or PhoneMode.Fastbootd;

    public void Open(PhoneMode mode)
    {
        _saysFarewell = false;
        _socket.Dispose();
        _socket = Bind(Address);
    }

    public async Task<Departure> ServeAsync(PhoneMode mode, CancellationToken cancellationToken)
    {
        var exchange = new UdpExchange(_socket, _parts.Phone.Model.Traits.UdpPacketBytes, new UdpFaults(_parts.Options.Faults));
        while (true)
        {
            if (await new FastbootService(new FastbootUdpLine(exchange), mode, _parts).ServeAsync(cancellationToken) is { } departure)
            {
                _saysFarewell = true;
                return new Departure(departure.Target, stop => SayFarewellAsync(departure, stop));
            }

            if (_parts.Faults.TakeUnplug())
            {
                return new Departure(BootTarget.Unplugged);
            }
        }
    }

    // A host that is still to hear the farewell asks for it on this very socket.
    public Task CloseAsync(CancellationToken cancellationToken) => _saysFarewell ? Task.CompletedTask : ShutAsync(cancellationToken);

    public void Dispose() => _socket.Dispose();

    private async Task SayFarewellAsync(Departure departure, CancellationToken cancellationToken)
    {
        using var tooLate = new CancellationTokenSource(FarewellLimit, _parts.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLate.Token, cancellationToken);
        try
        {
            await departure.SayFarewellAsync(either.Token);
        }
        catch (OperationCanceledException) when (tooLate.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // The host did not ask for the answer; the phone goes all the same.
        }
        finally
        {
            _saysFarewell = false;
            await ShutAsync(cancellationToken);
        }
    }

    /// <exception cref="SocketException">Another program has taken the number, and kept it for seconds.</exception>
    private async Task ShutAsync(CancellationToken cancellationToken)
    {
        _socket.Dispose();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _socket = Bind(Address);
                await _socket.ConnectAsync(Address, cancellationToken);
                return;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse && attempt < MaxBindAttempts)
            {
                await Task.Delay(PauseBetweenBinds, _parts.Time, cancellationToken);
            }
        }
    }

    private static Socket Bind(IPEndPoint address)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
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
