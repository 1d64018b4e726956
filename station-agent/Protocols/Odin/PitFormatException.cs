namespace Espero.Station.Protocols.Odin;

/// <summary>The bytes are not a partition table, or contradict themselves.</summary>
public sealed class PitFormatException(string found)
    : Exception($"The partition table is malformed. Found: {found}");
