using Espero.Station.Protocols.Usb;

namespace Espero.Station.Protocols.Fastboot;

/// <summary>
/// Fastboot over a pair of bulk endpoints (AOSP fastboot/README.md, "Transport and Framing"): a transfer each way is a
/// packet, and data is raw. Nothing empty is ever sent: it freezes some bootloaders. One owner.
/// </summary>
internal sealed class FastbootUsbTransport(IUsbLink link, UsbEndpoint incoming, UsbEndpoint outgoing) : IFastbootTransport
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(20); // what waits in a phone comes within a frame or two
    private readonly BulkWriter _writer = new(link, outgoing);
    private readonly BulkReader _reader = new(link, incoming);

    public async ValueTask<int> ReadPacketAsync(Memory<byte> packet, CancellationToken cancellationToken)
    {
        var said = await _reader.ReadPacketAsync(packet.Length, cancellationToken);
        if (said.Length > packet.Length)
        {
            throw new FastbootProtocolException($"a reply of {said.Length} bytes.");
        }

        said.CopyTo(packet);
        return said.Length;
    }

    public ValueTask WritePacketAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken)
    {
        _writer.Begin(packet.Length);
        return _writer.WriteAsync(packet, cancellationToken);
    }

    public ValueTask BeginDataAsync(long lengthBytes, CancellationToken cancellationToken)
    {
        _writer.Begin(lengthBytes);
        return ValueTask.CompletedTask;
    }

    public ValueTask WriteDataAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        _writer.WriteAsync(bytes, cancellationToken);

    /// <summary>Throws away what an earlier client left unread: it would be taken for answers to our questions.</summary>
    public ValueTask DrainAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _reader.DrainAsync(Quiet, time, cancellationToken);

    public ValueTask DisposeAsync() => link.DisposeAsync();
}
