namespace Espero.Station.Protocols.Sparse;

/// <summary>The bytes are not a sparse image, or contradict themselves.</summary>
public sealed class SparseFormatException(string found)
    : Exception($"The sparse image is malformed. Found: {found}");
