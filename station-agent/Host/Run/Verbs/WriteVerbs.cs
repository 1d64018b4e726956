using Espero.Plan.V1;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Failures;
using Espero.Station.Watch;

namespace Espero.Station.Run.Verbs;

/// <summary>Changes what is on the phone, through its bootloader or fastbootd.</summary>
internal sealed class WriteVerbs(AttemptKit kit)
{
    private readonly WireRetry _retry = new(kit);

    public async Task<StepEnd> FlashAsync(Flash flash, CancellationToken cancellationToken)
    {
        var (path, end) = await kit.Files.EnsureAsync(flash.FileName, cancellationToken);
        return end.LetsGoOn
            ? await _retry.RunAsync((session, token) => FlashVerb.RunAsync(session, flash, path, kit.Meter.Move, token), cancellationToken)
            : end;
    }

    public Task<StepEnd> EraseAsync(Erase erase, CancellationToken cancellationToken) =>
        _retry.RunAsync((session, token) => EraseAsync(session, erase.Partition, erase.Slot, token), cancellationToken);

    /// <summary>Leaves an empty file system, or nothing where the phone makes its own at the first start.</summary>
    public Task<StepEnd> FormatAsync(Format format, CancellationToken cancellationToken) =>
        _retry.RunAsync((session, token) => FormatVerb.RunAsync(session, format, token), cancellationToken);

    /// <summary>Starts an image from memory. The phone leaves its bootloader for it.</summary>
    public async Task<StepEnd> BootImageAsync(BootImage boot, CancellationToken cancellationToken)
    {
        if (kit.Hand.Fastboot is not { } session)
        {
            return StepEnd.ConversationOver;
        }

        if (boot.StageFileName.Length > 0)
        {
            var staged = await SendAsync(session, boot.StageFileName, cancellationToken);
            if (!staged.LetsGoOn)
            {
                return staged;
            }
        }

        var sent = await SendAsync(session, boot.FileName, cancellationToken);
        if (!sent.LetsGoOn)
        {
            return sent;
        }

        var started = StepEndOf(await session.BootAsync(cancellationToken));
        if (started.LetsGoOn)
        {
            kit.Hand.ExpectAway();
        }

        return started;
    }

    public async Task<StepEnd> SetSlotAsync(SetSlot setSlot, CancellationToken cancellationToken)
    {
        if (kit.Hand.Fastboot is not { } session)
        {
            return StepEnd.ConversationOver;
        }

        var current = await session.GetVarAsync("current-slot", cancellationToken);
        if (!current.Succeeded)
        {
            return StepEnd.Of(current.Error.ToTalkError());
        }

        var letters = PartitionNames.Letters(setSlot.Slot, current.Value?.TrimStart('_') ?? "");
        if (letters.Length != 1)
        {
            return StepEnd.Failed(FailureCode.WrongSlot, "The phone does not say which slot is current.");
        }

        var answer = await session.SetActiveAsync(letters[0], cancellationToken);
        return answer.Succeeded ? await kit.Hand.LookAsync(cancellationToken) : StepEnd.Of(answer.Error.ToTalkError());
    }

    public async Task<StepEnd> LogicalAsync(Logical logical, CancellationToken cancellationToken)
    {
        if (kit.Hand.Fastboot is not { } session)
        {
            return StepEnd.ConversationOver;
        }

        var sizeBytes = checked((long)logical.SizeBytes);
        return StepEndOf(logical.Action switch
        {
            Logical.Types.Action.Create => await session.CreateLogicalPartitionAsync(logical.Partition, sizeBytes, cancellationToken),
            Logical.Types.Action.Resize => await session.ResizeLogicalPartitionAsync(logical.Partition, sizeBytes, cancellationToken),
            Logical.Types.Action.Delete => await session.DeleteLogicalPartitionAsync(logical.Partition, cancellationToken),
            Logical.Types.Action.Unspecified =>
                new FastbootError(FastbootFailure.CommandTooLong, "The plan does not say what to do with the logical partition."),
        });
    }

    public async Task<StepEnd> SuperAsync(Super super, CancellationToken cancellationToken)
    {
        if (kit.Hand.Fastboot is not { } session)
        {
            return StepEnd.ConversationOver;
        }

        var name = await session.GetVarAsync("super-partition-name", cancellationToken);
        if (!name.Succeeded)
        {
            return StepEnd.Of(name.Error.ToTalkError());
        }

        var sent = await SendAsync(session, super.FileName, cancellationToken);
        return sent.LetsGoOn ? StepEndOf(await session.UpdateSuperAsync(name.Value ?? "super", super.Wipe, cancellationToken)) : sent;
    }

    public async Task<StepEnd> SnapshotCancelAsync(CancellationToken cancellationToken) => kit.Hand.Fastboot is { } session
        ? StepEndOf(await session.SnapshotUpdateAsync(SnapshotEnd.Cancel, cancellationToken))
        : StepEnd.ConversationOver;

    private static async Task<StepEnd> EraseAsync(
        FastbootSession session, string partition, Slot slot, CancellationToken cancellationToken)
    {
        var (names, end) = await PartitionNames.FindAsync(session, partition, slot, cancellationToken);
        foreach (var name in names)
        {
            var answer = await session.EraseAsync(name, cancellationToken);
            if (!answer.Succeeded)
            {
                return StepEnd.Of(answer.Error.ToTalkError());
            }
        }

        return end;
    }

    private async Task<StepEnd> SendAsync(FastbootSession session, string fileName, CancellationToken cancellationToken)
    {
        var (path, end) = await kit.Files.EnsureAsync(fileName, cancellationToken);
        return end.LetsGoOn ? StepEndOf(await Staging.SendAsync(session, path, cancellationToken)) : end;
    }

    private static StepEnd StepEndOf(FastbootResult<string> answer) =>
        answer.Succeeded ? StepEnd.Done : StepEnd.Of(answer.Error.ToTalkError());
}
