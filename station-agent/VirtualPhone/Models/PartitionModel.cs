namespace Espero.VirtualPhone.Models;

/// <summary>One partition of a model, as its maker drew it.</summary>
/// <param name="Name">The name without a slot, such as <c>boot</c>.</param>
/// <param name="SizeBytes">The size in bytes: a whole number of the model's logical blocks.</param>
/// <param name="Type">What <c>partition-type</c> answers: <c>raw</c>, <c>ext4</c> or <c>f2fs</c>.</param>
/// <param name="PerSlot">Whether each slot has its own copy, <c>boot_a</c> and <c>boot_b</c>.</param>
public sealed record PartitionModel(string Name, long SizeBytes, string Type, bool PerSlot = false);
