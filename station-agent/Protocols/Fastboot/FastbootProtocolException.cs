namespace Espero.Station.Protocols.Fastboot;

/// <summary>The other side said something the fastboot protocol does not know.</summary>
public sealed class FastbootProtocolException(string found)
    : Exception($"The device broke the fastboot protocol. Found: {found}");
