namespace Espero.VirtualPhone.Partitions;

/// <summary>One partition of one phone, such as <c>boot_a</c>.</summary>
/// <param name="Name">The full name, slot included; also the name of its file.</param>
/// <param name="BaseName">The name without the slot.</param>
/// <param name="Slot">The slot, or null for a partition that both slots share.</param>
/// <param name="SizeBytes">The size in bytes.</param>
/// <param name="Type">What <c>partition-type</c> answers.</param>
public sealed record Partition(string Name, string BaseName, string? Slot, long SizeBytes, string Type);
