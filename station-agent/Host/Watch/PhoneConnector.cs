using Espero.Station.Protocols.Fastboot;

namespace Espero.Station.Watch;

/// <summary>Opens a conversation with the phone on a port. Whoever calls holds the port's lease.</summary>
internal sealed class PhoneConnector(FastbootOptions options, TimeProvider time)
{
    /// <param name="onMessage">Gets what the phone says besides its answers.</param>
    public Task<FastbootResult<FastbootSession>> ConnectAsync(
        PortAddress port, Action<string> onMessage, CancellationToken cancellationToken) =>
        FastbootTcp.ConnectAsync(port.Host, port.TcpPort, options, time, onMessage, cancellationToken);
}
