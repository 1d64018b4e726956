using System.Collections.Immutable;
using Espero.Testing.Images;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Verbs;

/// <summary>Where the phone starts from, and how its super is divided.</summary>
internal static class LayoutTrials
{
    private const long MiB = 1 << 20;
    private const string Fastbootd = "- reboot: fastbootd\n- await-mode: { mode: fastbootd, within: 60s }\n";

    public static ImmutableArray<VerbTrial> All { get; } =
    [
        new("set-slot", "by its letter", "- set-slot: b") { Becomes = (_, now) => now.CurrentSlot == "b" },
        new("set-slot", "the other", "- set-slot: other") { Becomes = (_, now) => now.CurrentSlot == "b" },
        Logical("makes one", "action: create, partition: extra, size: 8MiB, slot: other", ("extra_b", 8 * MiB))
            with { Head = "partitions: { extra: os }" },
        Logical("resizes one of a slot", "action: resize, partition: vendor, size: 64MiB, slot: b", ("vendor_b", 64 * MiB)),
        Logical("resizes the current slot's", "action: resize, partition: vendor, size: 640MiB", ("vendor_a", 640 * MiB)),
        Logical("deletes one", "action: delete, partition: product, slot: b", ("product_b", null)),
        Logical("deletes both", "action: delete, partition: product, slot: both", ("product_a", null), ("product_b", null)),
        new("super", "with a new layout", $"- fetch: super_empty.img\n{Fastbootd}- super: {{ file: super_empty.img, wipe: true }}")
        {
            Before = rig => rig.Write("super_empty.img", EmptySuper.Of("system_a", "system_b", "odm_a")),
            Becomes = (_, now) => now.Super.Select(volume => volume.Name).SequenceEqual(["system_a", "system_b", "odm_a"]),
        },
        new("snapshot-cancel", "of an update that waits", "- snapshot-cancel")
        {
            Model = VirtualC.Model with { Delivery = new() { Snapshot = SnapshotStatus.Snapshotted } },
            Becomes = (before, now) => (before.Snapshot, now.Snapshot) == (SnapshotStatus.Snapshotted, SnapshotStatus.None),
        },
    ];

    private static VerbTrial Logical(string about, string arguments, params (string Name, long? SizeBytes)[] wanted) =>
        new("logical", about, $"{Fastbootd}- logical: {{ {arguments} }}")
        {
            Becomes = (_, now) => wanted.All(
                one => now.Super.FirstOrDefault(volume => volume.Name == one.Name)?.SizeBytes == one.SizeBytes),
        };
}
