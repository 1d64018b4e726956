using System.Collections.Concurrent;

namespace Espero.VirtualPhone.Gadget;

/// <summary>
/// One endpoint's file and the thread that waits in it: FunctionFS knows no polling. A call that nobody awaits any more
/// ends when the gadget is unplugged, at the latest with the program.
/// </summary>
internal sealed class EndpointLane : IDisposable
{
    private readonly FileStream _file;
    private readonly BlockingCollection<(Func<FileStream, int> Call, TaskCompletionSource<int> Done)> _calls = new(boundedCapacity: 1);

    public EndpointLane(string path, FileAccess access)
    {
        _file = new FileStream(path, FileMode.Open, access, FileShare.ReadWrite, bufferSize: 0);
        new Thread(Work) { IsBackground = true, Name = Path.GetFileName(path) }.Start();
    }

    /// <exception cref="IOException">The host left, or the gadget was unplugged.</exception>
    public Task<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        CallAsync(file => file.Read(buffer.Span), cancellationToken);

    /// <exception cref="IOException">The host left, or the gadget was unplugged.</exception>
    public Task<int> WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        CallAsync(
            file =>
            {
                file.Write(bytes.Span);
                return bytes.Length;
            },
            cancellationToken);

    public void Dispose()
    {
        _calls.CompleteAdding();
        _file.Dispose(); // closed once the call under way has ended
    }

    private Task<int> CallAsync(Func<FileStream, int> call, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        _calls.Add((call, done), cancellationToken);
        return done.Task.WaitAsync(cancellationToken);
    }

    private void Work()
    {
        foreach (var (call, done) in _calls.GetConsumingEnumerable())
        {
            try
            {
                done.SetResult(call(_file));
            }
            catch (Exception ended) when (ended is IOException or ObjectDisposedException or UnauthorizedAccessException)
            {
                done.SetException(ended is IOException ? ended : new IOException(ended.Message, ended));
            }
        }
    }
}
