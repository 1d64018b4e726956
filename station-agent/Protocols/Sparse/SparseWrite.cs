namespace Espero.Station.Protocols.Sparse;

/// <summary>Takes bytes of the expanded image; the memory is valid until the call returns.</summary>
/// <param name="offsetBytes">Where they belong in the expanded image; only grows from call to call.</param>
public delegate ValueTask SparseWrite(long offsetBytes, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);
