using System.Globalization;
using System.Text;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Sparse;

namespace Espero.Station.Protocols.Tests;

/// <summary>A bootloader in memory: keeps one partition, expands what is flashed, and can be told to answer otherwise.</summary>
internal sealed class MemoryPhone : IFastbootTransport
{
    private readonly Queue<byte[]> _replies = new();
    private readonly Dictionary<string, string[]> _script = new(StringComparer.Ordinal);
    private MemoryStream _download = new();
    private long _dataLeftBytes;

    public List<string> Commands { get; } = [];

    /// <summary>Every download, as it arrived.</summary>
    public List<byte[]> Downloads { get; } = [];

    /// <summary>What is on the partition; 0xEE where nothing was written, because real flash is not empty either.</summary>
    public byte[] Partition { get; private set; } = [];

    public int LargestWriteBytes { get; private set; }

    public bool IsClosed { get; private set; }

    /// <summary>Whether it has said something that nobody has read yet.</summary>
    public bool HasReply => _replies.Count > 0;

    /// <summary>The data phase breaks once this many bytes have arrived.</summary>
    public long? CutAfterBytes { get; init; }

    public MemoryPhone Answer(string command, params string[] replies)
    {
        _script[command] = replies;
        return this;
    }

    public MemoryPhone WithPartition(int sizeBytes)
    {
        Partition = new byte[sizeBytes];
        Array.Fill(Partition, (byte)0xEE);
        return this;
    }

    public FastbootSession Connect(TimeProvider? time = null, FastbootOptions? options = null, Action<string>? onMessage = null) =>
        new(this, options ?? new FastbootOptions(), time ?? TimeProvider.System, onMessage ?? (_ => { }));

    public async ValueTask<int> ReadPacketAsync(Memory<byte> packet, CancellationToken cancellationToken)
    {
        if (_replies.Count == 0)
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        }

        var reply = _replies.Dequeue();
        if (reply.Length == 0)
        {
            throw new EndOfStreamException("The cable was pulled.");
        }

        reply.CopyTo(packet);
        return reply.Length;
    }

    public async ValueTask WritePacketAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken)
    {
        var command = Encoding.ASCII.GetString(packet.Span);
        Commands.Add(command);
        foreach (var reply in _script.TryGetValue(command, out var scripted) ? scripted : [await ObeyAsync(command, cancellationToken)])
        {
            _replies.Enqueue(Encoding.Latin1.GetBytes(reply));
        }
    }

    public ValueTask BeginDataAsync(long lengthBytes, CancellationToken cancellationToken)
    {
        _dataLeftBytes = lengthBytes;
        _download = new MemoryStream();
        return ValueTask.CompletedTask;
    }

    public ValueTask WriteDataAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        LargestWriteBytes = Math.Max(LargestWriteBytes, bytes.Length);
        _download.Write(bytes.Span);
        _dataLeftBytes -= bytes.Length;
        Assert.True(_dataLeftBytes >= 0, "More data than was announced.");
        if (_download.Length >= CutAfterBytes)
        {
            throw new IOException("The cable was pulled.");
        }

        if (_dataLeftBytes == 0)
        {
            Downloads.Add(_download.ToArray());
            _replies.Enqueue("OKAY"u8.ToArray());
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        IsClosed = true;
        return ValueTask.CompletedTask;
    }

    private async ValueTask<string> ObeyAsync(string command, CancellationToken cancellationToken)
    {
        if (command.StartsWith("flash:", StringComparison.Ordinal))
        {
            await WriteAsync(Downloads[^1], cancellationToken);
            return "OKAY";
        }

        const string Download = "download:";
        return command.StartsWith(Download, StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"DATA{command[Download.Length..]}")
            : "FAILunknown command";
    }

    private async ValueTask WriteAsync(byte[] image, CancellationToken cancellationToken)
    {
        if (!SparseHeader.Begins(image))
        {
            image.CopyTo(Partition, 0);
            return;
        }

        await SparseExpander.ExpandAsync(new MemoryStream(image), Partition.Length, Keep, cancellationToken);

        ValueTask Keep(long offsetBytes, ReadOnlyMemory<byte> bytes, CancellationToken token)
        {
            bytes.Span.CopyTo(Partition.AsSpan((int)offsetBytes));
            return ValueTask.CompletedTask;
        }
    }
}
