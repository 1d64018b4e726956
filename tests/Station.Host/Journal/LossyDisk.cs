using Espero.Station.Journal;

namespace Espero.Station.Host.Tests.Journal;

/// <summary>A disk in memory that knows what was synced: a power cut keeps that, and any part of what was not.</summary>
internal sealed class LossyDisk : IJournalDisk
{
    private readonly SortedDictionary<string, LossyFile> _files = new(StringComparer.Ordinal);

    public long FreeBytes { get; set; } = long.MaxValue;

    /// <summary>The next so many syncs fail, as on a full disk.</summary>
    public int FailingSyncs { get; set; }

    public int Syncs { get; private set; }

    public List<string> Aside { get; } = [];

    public IReadOnlyList<string> List() => [.. _files.Keys];

    public Stream OpenRead(string name) => new LiveStream(_files[name]);

    public IJournalFile OpenWrite(string name)
    {
        if (!_files.TryGetValue(name, out var file))
        {
            _files[name] = file = new LossyFile(this);
        }

        return file;
    }

    public void Delete(string name) => _files.Remove(name);

    public void SetAside(string name)
    {
        Aside.Add(name);
        _files.Remove(name);
    }

    public byte[] BytesOf(string name) => _files[name].Bytes;

    public void Replace(string name, byte[] bytes) => _files[name] = new LossyFile(this) { Bytes = bytes, Synced = bytes };

    /// <summary>What a new start finds after the power went: only what was synced.</summary>
    public LossyDisk AfterPowerCut()
    {
        var copy = new LossyDisk();
        foreach (var (name, file) in _files)
        {
            if (file.Synced is { } synced)
            {
                copy.Replace(name, synced);
            }
        }

        return copy;
    }

    private void Sync(LossyFile file)
    {
        if (FailingSyncs > 0)
        {
            FailingSyncs--;
            throw new IOException("No space left on device");
        }

        Syncs++;
        file.Synced = file.Bytes;
    }

    private sealed class LossyFile(LossyDisk disk) : IJournalFile
    {
        public byte[] Bytes { get; set; } = [];

        public byte[]? Synced { get; set; }

        public void Write(long offset, ReadOnlySpan<byte> bytes)
        {
            var grown = new byte[Math.Max(Bytes.Length, offset + bytes.Length)];
            Bytes.CopyTo(grown, 0);
            bytes.CopyTo(grown.AsSpan((int)offset));
            Bytes = grown;
        }

        public void Truncate(long lengthBytes) => Bytes = Bytes[..(int)lengthBytes];

        public void Sync() => disk.Sync(this);

        public void Dispose()
        {
        }
    }

    // Sees what is written after it was opened, as an open file does.
    private sealed class LiveStream(LossyFile file) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => file.Bytes.Length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var bytes = file.Bytes;
            var length = (int)Math.Clamp(bytes.Length - Position, 0, count);
            bytes.AsSpan((int)Position, length).CopyTo(buffer.AsSpan(offset));
            Position += length;
            return length;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }
    }
}
