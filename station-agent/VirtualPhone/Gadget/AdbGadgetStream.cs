using Espero.VirtualPhone.Wire;

namespace Espero.VirtualPhone.Gadget;

/// <summary>
/// The endpoints as adb uses them: a host ends a payload that fills its last packet with an empty one (AOSP adb,
/// <c>usb_write</c>), which says nothing and must not be read as the end.
/// </summary>
/// <param name="drop">What disposing does: over USB only unplugging drops a client.</param>
internal sealed class AdbGadgetStream(Stream stream, Func<ValueTask> drop) : WireStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                return read;
            }
        }
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        stream.WriteAsync(buffer, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await drop();
        await base.DisposeAsync();
    }
}
