namespace Espero.Station.Protocols.Odin;

/// <summary>One file for one partition.</summary>
/// <param name="Partition">The name in the phone's partition table, in its own letters.</param>
public sealed record OdinImage(string Partition, string Path);
