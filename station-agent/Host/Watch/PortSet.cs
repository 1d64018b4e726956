using System.Collections.Immutable;

namespace Espero.Station.Watch;

/// <summary>The ports of this station. Fixed while it runs.</summary>
internal sealed class PortSet(IEnumerable<PortAddress> addresses) : IDisposable
{
    public ImmutableArray<PhonePort> Ports { get; } = [.. addresses.Select(address => new PhonePort(address))];

    public PhonePort? Find(string path) => Ports.FirstOrDefault(port => port.Address.Path == path);

    public void Dispose()
    {
        foreach (var port in Ports)
        {
            port.Dispose();
        }
    }
}
