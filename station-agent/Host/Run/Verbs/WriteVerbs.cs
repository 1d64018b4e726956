using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Run.Verbs;

/// <summary>Changes what is on the phone, through its bootloader, fastbootd or download mode.</summary>
internal sealed class WriteVerbs(AttemptKit kit)
{
    public Task<StepEnd> FlashAsync(Flash flash, CancellationToken cancellationToken) =>
        kit.Files.UseAsync(flash.FileName, path => FlashAsync(flash, path, cancellationToken), cancellationToken);

    public static Task<StepEnd> EraseAsync(FastbootSession session, Erase erase, CancellationToken cancellationToken) =>
        EraseAsync(session, erase.Partition, erase.Slot, cancellationToken);

    /// <summary>
    /// Empties a partition so that the phone makes its file system anew: its own system knows best which one (Android's fs_mgr,
    /// "formattable"). A file system made on the station's PC is what Debian's fastboot fails at, after it has erased.
    /// </summary>
    public static Task<StepEnd> FormatAsync(FastbootSession session, Format format, CancellationToken cancellationToken) =>
        EraseAsync(session, format.Partition, Slot.Unspecified, cancellationToken);

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

        return await kit.Hand.SendAwayAsync(async () => (await session.BootAsync(cancellationToken)).ToStepEnd());
    }

    public async Task<StepEnd> SetSlotAsync(FastbootSession session, SetSlot setSlot, CancellationToken cancellationToken)
    {
        var (letters, named) = await PartitionNames.LettersAsync(session, setSlot.Slot, cancellationToken);
        if (!named.LetsGoOn)
        {
            return named;
        }

        if (letters is not [var letter])
        {
            return StepEnd.Failed(FailureCode.PlanUnreadable, $"A phone starts from one slot, and the step names {letters.Length}.");
        }

        var answer = await session.SetActiveAsync(letter, cancellationToken);
        if (!answer.Succeeded)
        {
            return answer.ToStepEnd();
        }

        // Some say OKAY and stay where they are: the next system would be the wrong one.
        var end = await kit.Hand.LookAsync(cancellationToken);
        var now = kit.Hand.Facts.CurrentSlot;
        return !end.LetsGoOn || now is null || now == letter
            ? end
            : StepEnd.Failed(FailureCode.WrongSlot, $"set_active:{letter} was answered with OKAY, and current-slot is {now}.");
    }

    public static async Task<StepEnd> LogicalAsync(FastbootSession session, Logical logical, CancellationToken cancellationToken)
    {
        var (names, end) = await NamesAsync(session, logical, cancellationToken);
        foreach (var name in names)
        {
            var changed = await ChangeLayoutAsync(session, logical, name, cancellationToken);
            if (!changed.LetsGoOn)
            {
                return changed;
            }
        }

        return end;
    }

    // Of a partition that is yet to be made the phone cannot say whether it has slots: there the step does.
    private static async Task<(ImmutableArray<string> Names, StepEnd End)> NamesAsync(
        FastbootSession session, Logical logical, CancellationToken cancellationToken)
    {
        if (logical.Slot is Slot.Unspecified)
        {
            return await PartitionNames.FindAsync(session, logical.Partition, logical.Slot, cancellationToken);
        }

        var (letters, end) = await PartitionNames.LettersAsync(session, logical.Slot, cancellationToken);
        return ([.. letters.Select(letter => $"{logical.Partition}_{letter}")], end);
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

    private async Task<StepEnd> FlashAsync(Flash flash, string path, CancellationToken cancellationToken) =>
        kit.Hand.Download is { } download
            ? await DownloadFlash.RunAsync(download, flash, path, kit.Meter.Move, cancellationToken)
            : kit.Hand.Fastboot is { } session ? await FlashVerb.RunAsync(session, flash, path, kit.Meter.Move, cancellationToken)
            : kit.Hand.NotInFastboot();

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
