using System.Collections;

namespace Espero.Station.Protocols.Adb.Sideload;

/// <summary>Which blocks of the package went out.</summary>
internal sealed class BlockMap(long sizeBytes, int blockBytes)
{
    private readonly BitArray _taken = new(checked((int)((sizeBytes + blockBytes - 1) / blockBytes)));
    private int _blocksTaken;
    private long _servedBytes;

    public SideloadCoverage Coverage => new(_taken.Length, _blocksTaken, _servedBytes);

    public bool Has(int block) => block < _taken.Length;

    public long OffsetOf(int block) => (long)block * blockBytes;

    /// <summary>The last block is as short as it has to be.</summary>
    public int LengthOf(int block) => (int)Math.Min(blockBytes, sizeBytes - OffsetOf(block));

    public void Take(int block)
    {
        _servedBytes += LengthOf(block);
        if (!_taken[block])
        {
            _taken[block] = true;
            _blocksTaken++;
        }
    }
}
