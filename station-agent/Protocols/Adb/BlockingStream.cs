using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Espero.Station.Protocols.Adb;

/// <summary>
/// A connection whose calls block their thread, asynchronous ones too, for a transfer that has a thread of its own: a question
/// and an answer each 64 KiB, where waking the pool twice for each costs more than sending. Measured: half the processor time.
/// </summary>
internal sealed class BlockingStream(Socket socket) : Stream
{
    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Call(() => socket.Receive(buffer.Span), cancellationToken));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken)
    {
        Call(() => socket.Send(buffer.Span), cancellationToken);
        return ValueTask.CompletedTask;
    }

    /// <summary>Sends a part of a file without a copy of it in this program.</summary>
    /// <exception cref="AdbFileException">The file ended before that.</exception>
    public void SendFile(SafeFileHandle file, long offsetBytes, int lengthBytes, CancellationToken cancellationToken)
    {
        while (lengthBytes > 0)
        {
            var sent = (int)Kernel.SendFile(socket.SafeHandle, file, ref offsetBytes, lengthBytes);
            if (sent < 0 && Marshal.GetLastPInvokeError() == Kernel.Interrupted)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            lengthBytes -= sent switch
            {
                0 => throw new AdbFileException("The file ended before its size: it changed while it was sent."),
                < 0 when Marshal.GetLastPInvokeError() == Kernel.InputOutput =>
                    throw new AdbFileException("The file cannot be read: the disk failed."),
                < 0 => throw new IOException(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())),
                _ => sent,
            };
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        Call(() => socket.Receive(buffer, offset, count, SocketFlags.None), CancellationToken.None);

    public override void Write(byte[] buffer, int offset, int count) =>
        Call(() => socket.Send(buffer, offset, count, SocketFlags.None), CancellationToken.None);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        socket.Dispose();
        base.Dispose(disposing);
    }

    // Whoever cancels disposes of the socket, which wakes the call.
    private static int Call(Func<int> call, CancellationToken cancellationToken)
    {
        try
        {
            var length = call();
            cancellationToken.ThrowIfCancellationRequested();
            return length;
        }
        catch (Exception lost) when (lost is SocketException or ObjectDisposedException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new IOException(lost.Message, lost);
        }
    }
}
