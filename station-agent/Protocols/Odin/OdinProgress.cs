namespace Espero.Station.Protocols.Odin;

/// <summary>How much of one partition's image has been sent.</summary>
/// <param name="Percent">From 0 to 100.</param>
public readonly record struct OdinProgress(string Partition, int Percent);
