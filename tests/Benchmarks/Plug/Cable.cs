using System.Net;
using System.Net.Sockets;
using Espero.Testing;

namespace Espero.Benchmarks.Plug;

/// <summary>
/// The cable between the station and a phone that is switched on: nobody listens while it is out. It notes when it was put in,
/// when the station first looked and when the first byte of an image passed.
/// </summary>
internal sealed class Cable(TimeProvider time)
{
    private const int BufferBytes = 1 << 16;

    private readonly TaskCompletionSource<PlugRun> _firstByte = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource _out = new();
    private Task _carrying = Task.CompletedTask;
    private long _pluggedAt;
    private long _lookedAt;

    /// <summary>The station's end.</summary>
    public required int Port { get; init; }

    public static Cable Lay(TimeProvider time) => new(time) { Port = FreePort.Find() };

    /// <summary>Another cable in the same socket.</summary>
    public Cable Next() => new(time) { Port = Port };

    public void PutIn(int phonePort)
    {
        _out = new CancellationTokenSource();
        var listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        (_pluggedAt, _lookedAt) = (time.GetTimestamp(), 0);
        _carrying = CarryAsync(listener, phonePort, _out.Token);
    }

    public async Task PullOutAsync()
    {
        await _out.CancelAsync();
        await _carrying;
        _out.Dispose();
    }

    public Task<PlugRun> FirstByteAsync(TimeSpan limit, CancellationToken cancellationToken) => _firstByte.Task.WaitAsync(limit, time, cancellationToken);

    private async Task CarryAsync(TcpListener listener, int phonePort, CancellationToken pulledOut)
    {
        using (listener)
        {
            while (!pulledOut.IsCancellationRequested)
            {
                try
                {
                    using var station = await listener.AcceptTcpClientAsync(pulledOut);
                    Interlocked.CompareExchange(ref _lookedAt, time.GetTimestamp(), 0);
                    using var phone = new TcpClient();
                    await phone.ConnectAsync(IPAddress.Loopback, phonePort, pulledOut);
                    (station.NoDelay, phone.NoDelay) = (true, true);
                    await await Task.WhenAny(
                        CopyAsync(station.GetStream(), phone.GetStream(), toPhone: true, pulledOut),
                        CopyAsync(phone.GetStream(), station.GetStream(), toPhone: false, pulledOut));
                }
                catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
                {
                    // One end let go; the next look connects anew.
                }
            }
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, bool toPhone, CancellationToken pulledOut)
    {
        var buffer = new byte[BufferBytes];
        var dataComes = false;
        while (await from.ReadAsync(buffer, pulledOut) is > 0 and var read)
        {
            // A host sends nothing after "download:" until the phone has answered DATA, so what comes next is the data.
            if (toPhone && dataComes)
            {
                _firstByte.TrySetResult(new PlugRun(time.GetElapsedTime(_pluggedAt, _lookedAt), time.GetElapsedTime(_pluggedAt)));
            }

            dataComes = buffer.AsSpan(0, read).IndexOf("download:"u8) >= 0;
            await to.WriteAsync(buffer.AsMemory(0, read), pulledOut);
        }
    }
}
