namespace Espero.Station.Images;

/// <summary>That a file had the right hash, and how it looked then: a file that looks otherwise now is hashed again.</summary>
internal sealed record VerifiedImage(long VerifiedAtTimestamp, long LengthBytes, DateTime WrittenUtc)
{
    public bool LooksLike(FileInfo now) => now.Length == LengthBytes && now.LastWriteTimeUtc == WrittenUtc;
}
