using System.Globalization;

namespace Espero.Station.Protocols.Adb;

/// <summary>Which phone of the server's list is meant.</summary>
public readonly record struct AdbTarget
{
    private readonly string _path;

    private AdbTarget(string path) => _path = path;

    /// <summary>The request that binds a connection to the phone.</summary>
    internal string TransportService => $"host:transport{_path}";

    /// <summary>The one connection that has this id; a phone that came back has another.</summary>
    public static AdbTarget ByTransport(long id) => new(string.Create(CultureInfo.InvariantCulture, $"-id:{id}"));

    /// <summary>Whatever phone has this serial, or this address on the network.</summary>
    public static AdbTarget BySerial(string serial) => new($":{serial}");

    /// <summary>The request that asks the server about the phone.</summary>
    internal string Question(string question) =>
        _path.StartsWith("-id", StringComparison.Ordinal) ? $"host-transport{_path}:{question}" : $"host-serial{_path}:{question}";
}
