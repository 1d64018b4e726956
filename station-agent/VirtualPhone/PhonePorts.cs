using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Espero.VirtualPhone.Adb;
using Espero.VirtualPhone.Gadget;
using Espero.VirtualPhone.Udp;
using Espero.VirtualPhone.Wire;

namespace Espero.VirtualPhone;

/// <summary>All ways into one phone.</summary>
internal sealed record PhonePorts(FastbootTcpPort? Tcp, UsbPorts? Usb, FastbootUdpPort? Udp, AdbTcpPort? Adb) : IDisposable
{
    public ImmutableArray<IPhonePort> All => [.. ((IPhonePort?[])[Tcp, Udp, Adb]).OfType<IPhonePort>(), .. Usb?.All ?? []];

    /// <exception cref="VirtualPhoneException">An address is taken or not this machine's.</exception>
    public static PhonePorts Bind(VirtualPhoneOptions options, PhoneParts parts)
    {
        var bound = new List<IPhonePort>();
        try
        {
            return new PhonePorts(
                Bind("tcp", options.UsbController is null ? options.Listen : null, address => new FastbootTcpPort(address, parts)),
                Appear(options.UsbController, parts),
                Bind("udp", options.ListenUdp, address => new FastbootUdpPort(address, parts)),
                Bind("tcp", options.ListenAdb, address => new AdbTcpPort(address, parts)));
        }
        catch (VirtualPhoneException)
        {
            bound.ForEach(port => port.Dispose());
            throw;
        }

        T? Bind<T>(string scheme, IPEndPoint? address, Func<IPEndPoint, T> bind)
            where T : class, IPhonePort
        {
            try
            {
                var port = address is null ? null : bind(address);
                bound.AddRange(port is null ? [] : [port]);
                return port;
            }
            catch (SocketException refused)
            {
                throw new VirtualPhoneException(
                    $"Cannot listen on {scheme}:{address}: {refused.Message}. Give another port, or 0 for a free one.");
            }
        }
    }

    private static UsbPorts? Appear(string? controller, PhoneParts parts)
    {
        try
        {
            return controller is null ? null : UsbPorts.Of(new GadgetPaths(controller), parts);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new VirtualPhoneException(
                $"Cannot appear at the USB controller {controller}: {refused.Message} Make its gadget first, and be root.");
        }
    }

    public void Dispose()
    {
        foreach (var port in All)
        {
            port.Dispose();
        }
    }
}
