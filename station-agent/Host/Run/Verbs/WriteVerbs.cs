using Espero.Plan.V1;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Run.Verbs;

/// <summary>Changes what is on the phone, through its bootloader, fastbootd or download mode.</summary>
internal sealed class WriteVerbs(AttemptKit kit)
{
    private readonly WireRetry _retry = new(kit);

    public async Task<StepEnd> FlashAsync(Flash flash, CancellationToken cancellationToken)
    {
        var (path, end) = await kit.Files.EnsureAsync(flash.FileName, cancellationToken);
        return !end.LetsGoOn ? end
            : kit.Hand.Download is { } download ? await DownloadFlash.RunAsync(download, flash, path, kit.Meter.Move, cancellationToken)
            : await _retry.RunAsync((session, token) => FlashVerb.RunAsync(session, flash, path, kit.Meter.Move, token), cancellationToken);
    }

    public Task<StepEnd> EraseAsync(Erase erase, CancellationToken cancellationToken) =>
        _retry.RunAsync((session, token) => EraseAsync(session, erase.Partition, erase.Slot, token), cancellationToken);

    /// <summary>
    /// Empties a partition so that the phone makes its file system anew: its own system knows best which one (Android's fs_mgr,
    /// "formattable"). A file system made on the station's PC is what Debian's fastboot fails at, after it has erased.
    /// </summary>
    public Task<StepEnd> FormatAsync(Format format, CancellationToken cancellationToken) =>
        _retry.RunAsync((session, token) => EraseAsync(session, format.Partition, Slot.Unspecified, token), cancellationToken);

    /// <summary>Starts an image from memory. The phone leaves its bootloader for it.</summary>
    public async Task<StepEnd> BootImageAsync(FastbootSession session, BootImage boot, CancellationToken cancellationToken)
    {
        string[] files = boot.StageFileName.Length > 0 ? [boot.StageFileName, boot.FileName] : [boot.FileName];
        foreach (var file in files)
        {
            var sent = await kit.StageAsync(session, file, cancellationToken);
            if (!sent.LetsGoOn)
            {
                return sent;
            }
        }

        var started = (await session.BootAsync(cancellationToken)).ToStepEnd();
        if (started.LetsGoOn)
        {
            kit.Hand.ExpectAway();
        }

        return started;
    }

    public async Task<StepEnd> SetSlotAsync(FastbootSession session, SetSlot setSlot, CancellationToken cancellationToken)
    {
        var current = await session.GetVarAsync("current-slot", cancellationToken);
        if (!current.Succeeded)
        {
            return current.ToStepEnd();
        }

        var letters = PartitionNames.Letters(setSlot.Slot, current.Value?.TrimStart('_') ?? "");
        if (letters.Length != 1)
        {
            return StepEnd.Failed(FailureCode.WrongSlot, "The phone does not say which slot is current.");
        }

        var answer = await session.SetActiveAsync(letters[0], cancellationToken);
        if (!answer.Succeeded)
        {
            return answer.ToStepEnd();
        }

        // Some say OKAY and stay where they are: the next system would be the wrong one.
        var end = await kit.Hand.LookAsync(cancellationToken);
        var now = kit.Hand.Sight.Facts.GetValueOrDefault("getvar.current-slot")?.TrimStart('_');
        return !end.LetsGoOn || now is null || now == letters[0]
            ? end
            : StepEnd.Failed(FailureCode.WrongSlot, $"set_active:{letters[0]} was answered with OKAY, and current-slot is {now}.");
    }

    public static async Task<StepEnd> LogicalAsync(FastbootSession session, Logical logical, CancellationToken cancellationToken)
    {
        if (logical.Slot is Slot.Unspecified)
        {
            return await ChangeLayoutAsync(session, logical, logical.Partition, cancellationToken);
        }

        var current = await session.GetVarAsync("current-slot", cancellationToken);
        foreach (var letter in PartitionNames.Letters(logical.Slot, current.Value?.TrimStart('_') ?? ""))
        {
            var end = await ChangeLayoutAsync(session, logical, $"{logical.Partition}_{letter}", cancellationToken);
            if (!end.LetsGoOn)
            {
                return end;
            }
        }

        return StepEnd.Done;
    }

    private static async Task<StepEnd> ChangeLayoutAsync(
        FastbootSession session, Logical logical, string partition, CancellationToken cancellationToken)
    {
        var sizeBytes = checked((long)logical.SizeBytes);
        return logical.Action switch
        {
            Logical.Types.Action.Create =>
                (await session.CreateLogicalPartitionAsync(partition, sizeBytes, cancellationToken)).ToStepEnd(),
            Logical.Types.Action.Resize =>
                (await session.ResizeLogicalPartitionAsync(partition, sizeBytes, cancellationToken)).ToStepEnd(),
            Logical.Types.Action.Delete => (await session.DeleteLogicalPartitionAsync(partition, cancellationToken)).ToStepEnd(),
            Logical.Types.Action.Unspecified =>
                StepEnd.Failed(FailureCode.PlanUnreadable, "The plan does not say what to do with the logical partition."),
        };
    }

    public async Task<StepEnd> SuperAsync(FastbootSession session, Super super, CancellationToken cancellationToken)
    {
        var name = await session.GetVarAsync("super-partition-name", cancellationToken);
        if (!name.Succeeded)
        {
            return name.ToStepEnd();
        }

        var sent = await kit.StageAsync(session, super.FileName, cancellationToken);
        return sent.LetsGoOn
            ? (await session.UpdateSuperAsync(name.Value ?? "super", super.Wipe, cancellationToken)).ToStepEnd()
            : sent;
    }

    public static async Task<StepEnd> SnapshotCancelAsync(FastbootSession session, CancellationToken cancellationToken) =>
        (await session.SnapshotUpdateAsync(SnapshotEnd.Cancel, cancellationToken)).ToStepEnd();

    private static async Task<StepEnd> EraseAsync(
        FastbootSession session, string partition, Slot slot, CancellationToken cancellationToken)
    {
        var (names, end) = await PartitionNames.FindAsync(session, partition, slot, cancellationToken);
        foreach (var name in names)
        {
            var answer = await session.EraseAsync(name, cancellationToken);
            if (!answer.Succeeded)
            {
                return answer.ToStepEnd();
            }
        }

        return end;
    }
}
