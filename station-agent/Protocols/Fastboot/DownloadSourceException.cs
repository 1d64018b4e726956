namespace Espero.Station.Protocols.Fastboot;

/// <summary>Keeps a failure of the image apart from a failure of the wire; never leaves the session.</summary>
internal sealed class DownloadSourceException(string message) : Exception(message);
