namespace Espero.Station.Protocols.Fastboot;

/// <summary>Keeps a failure of the place where an upload goes apart from a failure of the wire; never leaves the session.</summary>
internal sealed class UploadTargetException(string message) : Exception(message);
