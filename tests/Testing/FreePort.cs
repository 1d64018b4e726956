using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Espero.Testing;

/// <summary>Finds a loopback port nobody listens on, for programs that cannot choose one themselves.</summary>
public static class FreePort
{
    // Below what Linux gives to outgoing connections (net.ipv4.ip_local_port_range): one of those could take it again at once.
    private const int First = 22_000;
    private const int Last = 32_000;
    private const int MaxTries = 100;

    public static int Find()
    {
        for (var tries = 1; ; tries++)
        {
            using var listener = new TcpListener(IPAddress.Loopback, RandomNumberGenerator.GetInt32(First, Last));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException) when (tries < MaxTries)
            {
                // Taken; another one.
            }
        }
    }
}
