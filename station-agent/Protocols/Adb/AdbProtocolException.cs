namespace Espero.Station.Protocols.Adb;

/// <summary>The other side said something that adb's protocols do not know.</summary>
public sealed class AdbProtocolException(string found)
    : Exception($"The peer broke the adb protocol. Found: {found}");
