using Espero.Journal.V1;

namespace Espero.Station.Journal;

/// <summary>Reads one file record by record and stops at the first that is not whole.</summary>
internal sealed class SegmentReader(Stream stream, long limitBytes) : IDisposable
{
    private readonly byte[] _header = new byte[RecordFormat.HeaderBytes];
    private byte[] _payload = new byte[4096];

    /// <summary>Where the last whole record ends.</summary>
    public long OffsetBytes { get; private set; }

    /// <summary>How far may be read: the writer moves it after each sync.</summary>
    public long LimitBytes { get; set; } = limitBytes;

    public Entry? Read()
    {
        stream.Position = OffsetBytes;
        if (!Fits(RecordFormat.HeaderBytes) || stream.ReadAtLeast(_header, _header.Length, throwOnEndOfStream: false) < _header.Length)
        {
            return null;
        }

        var length = RecordFormat.ReadLength(_header);
        if (length < 0 || !Fits(RecordFormat.HeaderBytes + length))
        {
            return null;
        }

        if (_payload.Length < length)
        {
            _payload = new byte[length]; // at most what is left of the file, whatever the header claims
        }

        var payload = _payload.AsSpan(0, length);
        if (stream.ReadAtLeast(payload, length, throwOnEndOfStream: false) < length || !RecordFormat.IsIntact(_header, payload))
        {
            return null;
        }

        OffsetBytes += RecordFormat.HeaderBytes + length;
        return Entry.Parser.ParseFrom(payload);
    }

    /// <summary>Looks past damage for the next whole record; null when there is none, as after a torn write.</summary>
    public Entry? Resynchronise()
    {
        while (Fits(RecordFormat.HeaderBytes + 1))
        {
            OffsetBytes++;
            if (Read() is { } entry)
            {
                return entry;
            }
        }

        return null;
    }

    public void Dispose() => stream.Dispose();

    private bool Fits(long bytes) => OffsetBytes + bytes <= LimitBytes;
}
