namespace Espero.VirtualPhone.Gadget;

/// <summary>What was read and not yet taken. It outlives a connection, because a read may return the next host's first words.</summary>
internal sealed class GadgetInbox
{
    // The kernel needs each read in one piece of memory; that much is always to be had.
    public const int MaxReadBytes = 1 << 16;
    private readonly byte[] _bytes = new byte[MaxReadBytes];
    private Memory<byte> _rest;

    public bool IsEmpty => _rest.IsEmpty;

    public Memory<byte> Room(int lengthBytes) => _bytes.AsMemory(0, Math.Min(lengthBytes, MaxReadBytes));

    public void Fill(Memory<byte> read) => _rest = read;

    public void Clear() => _rest = default;

    public int Take(Memory<byte> buffer)
    {
        var length = Math.Min(buffer.Length, _rest.Length);
        _rest[..length].CopyTo(buffer);
        _rest = _rest[length..];
        return length;
    }
}
