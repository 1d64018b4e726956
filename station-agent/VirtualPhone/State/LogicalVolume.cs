namespace Espero.VirtualPhone.State;

/// <summary>One logical partition inside super.</summary>
/// <param name="Name">The full name, slot included, such as <c>system_a</c>.</param>
/// <param name="SizeBytes">The size in bytes; 0 for one that only has its name.</param>
public sealed record LogicalVolume(string Name, long SizeBytes);
