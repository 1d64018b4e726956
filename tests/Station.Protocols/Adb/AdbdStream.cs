using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Text;

namespace Espero.Station.Protocols.Tests.Adb;

/// <summary>One service as the phone sees it: reads what the server writes, and writes one packet for each acknowledgement.</summary>
internal sealed class AdbdStream
{
    private const int MaxPacketBytes = 1 << 20;
    private readonly AdbWire _wire;
    private readonly uint _id;
    private readonly uint _theirId;
    private readonly Pipe _input = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly SemaphoreSlim _acknowledged = new(0);
    private readonly CancellationTokenSource _hungUp = new();
    private readonly TaskCompletionSource _accepted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public AdbdStream(AdbWire wire, uint id, uint theirId)
    {
        (_wire, _id, _theirId) = (wire, id, theirId);
        Input = _input.Reader.AsStream();
    }

    public Stream Input { get; }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await _accepted.Task.WaitAsync(cancellationToken);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _hungUp.Token);
        for (var sent = 0; sent < bytes.Length; sent += MaxPacketBytes)
        {
            var packet = bytes.Slice(sent, Math.Min(MaxPacketBytes, bytes.Length - sent));
            await _wire.WriteAsync(AdbWire.Write, _id, _theirId, packet, either.Token);
            await _acknowledged.WaitAsync(either.Token);
        }
    }

    public Task WriteAsync(string text, CancellationToken cancellationToken) => WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);

    /// <summary>A packet of the shell protocol: 1 is output, 2 errors, 3 the exit code.</summary>
    public Task WriteShellAsync(byte id, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var packet = new byte[5 + bytes.Length];
        packet[0] = id;
        BinaryPrimitives.WriteInt32LittleEndian(packet.AsSpan(1), bytes.Length);
        bytes.CopyTo(packet.AsMemory(5));
        return WriteAsync(packet, cancellationToken);
    }

    public async Task AcceptAsync(CancellationToken cancellationToken)
    {
        await _wire.WriteAsync(AdbWire.Okay, _id, _theirId, default, cancellationToken);
        _accepted.TrySetResult();
    }

    public Task CloseAsync(CancellationToken cancellationToken) =>
        _wire.WriteAsync(AdbWire.Close, _accepted.Task.IsCompleted ? _id : 0, _theirId, default, cancellationToken);

    public async Task TakeAsync(byte[] payload, CancellationToken cancellationToken)
    {
        await _input.Writer.WriteAsync(payload, cancellationToken);
        await _wire.WriteAsync(AdbWire.Okay, _id, _theirId, default, cancellationToken);
    }

    public void Acknowledge() => _acknowledged.Release();

    public void Hangup()
    {
        _input.Writer.Complete();
        _hungUp.Cancel();
    }
}
