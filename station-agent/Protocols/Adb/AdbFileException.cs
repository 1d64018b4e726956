namespace Espero.Station.Protocols.Adb;

/// <summary>The file on the station's side failed, so that it is not taken for a broken connection.</summary>
internal sealed class AdbFileException(string why) : Exception(why);
