using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Espero.Station.Watch;

/// <summary>One place where a phone can be.</summary>
/// <param name="Number">The number people read, from 1.</param>
/// <param name="Path">What facts and orders call it: "tcp:127.0.0.1:5554".</param>
internal sealed record PortAddress(uint Number, string Path, string Host, int TcpPort)
{
    private const string Scheme = "tcp:";

    /// <summary>Reads "tcp:HOST:PORT"; a host with colons stands in brackets.</summary>
    public static bool TryParse(string text, uint number, [NotNullWhen(true)] out PortAddress? address)
    {
        address = null;
        var split = text.LastIndexOf(':');
        if (!text.StartsWith(Scheme, StringComparison.Ordinal) || split <= Scheme.Length)
        {
            return false;
        }

        var host = text[Scheme.Length..split];
        if (!int.TryParse(text[(split + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535
            || Uri.CheckHostName(host.Trim('[', ']')) == UriHostNameType.Unknown)
        {
            return false;
        }

        address = new PortAddress(number, text, host.Trim('[', ']'), port);
        return true;
    }
}
