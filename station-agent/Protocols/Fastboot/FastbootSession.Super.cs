using System.Globalization;

namespace Espero.Station.Protocols.Fastboot;

/// <content>What only fastbootd does: logical partitions inside super, snapshots, guest systems (AOSP fastboot/device/commands.cpp).</content>
public sealed partial class FastbootSession
{
    public Task<FastbootResult<string>> CreateLogicalPartitionAsync(string partition, long sizeBytes, CancellationToken cancellationToken) =>
        CommandAsync(Say($"create-logical-partition:{partition}:{sizeBytes}"), options.Write, cancellationToken);

    public Task<FastbootResult<string>> DeleteLogicalPartitionAsync(string partition, CancellationToken cancellationToken) =>
        CommandAsync($"delete-logical-partition:{partition}", options.Write, cancellationToken);

    /// <param name="sizeBytes">0 gives all of its room back to super.</param>
    public Task<FastbootResult<string>> ResizeLogicalPartitionAsync(string partition, long sizeBytes, CancellationToken cancellationToken) =>
        CommandAsync(Say($"resize-logical-partition:{partition}:{sizeBytes}"), options.Write, cancellationToken);

    /// <summary>Replaces super's table by the one downloaded last (super_empty.img).</summary>
    /// <param name="super">The phone's <c>super-partition-name</c>, without a slot's suffix.</param>
    /// <param name="wipe">Gives up every logical partition there is; otherwise those that fit the new table stay.</param>
    public Task<FastbootResult<string>> UpdateSuperAsync(string super, bool wipe, CancellationToken cancellationToken) =>
        CommandAsync(wipe ? $"update-super:{super}:wipe" : $"update-super:{super}", options.Write, cancellationToken);

    /// <summary>Ends an update that a running system began and has not merged.</summary>
    public Task<FastbootResult<string>> SnapshotUpdateAsync(SnapshotEnd end, CancellationToken cancellationToken) =>
        CommandAsync(
            end switch
            {
                SnapshotEnd.Cancel => "snapshot-update:cancel",
                SnapshotEnd.Merge => "snapshot-update:merge",
            },
            options.Write,
            cancellationToken);

    /// <summary>Acts on a guest system installed beside the phone's own (DSU).</summary>
    public Task<FastbootResult<string>> GuestSystemAsync(GuestSystemAction action, CancellationToken cancellationToken) =>
        CommandAsync(
            action switch
            {
                GuestSystemAction.Wipe => "gsi:wipe",
                GuestSystemAction.Disable => "gsi:disable",
                GuestSystemAction.Status => "gsi:status",
            },
            options.Write,
            cancellationToken);

    private static string Say(FormattableString command) => command.ToString(CultureInfo.InvariantCulture);
}
