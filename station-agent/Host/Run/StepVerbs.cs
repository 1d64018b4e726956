using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Images;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Run;

/// <summary>Carries out the verb of one step, and nothing around it.</summary>
internal sealed class StepVerbs(Plan.V1.Plan plan, PhoneHand hand, ImageStore images, ProgressMeter meter, AttemptLog log, TimeProvider time)
{
    private static readonly TimeSpan ReconnectPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan ReconnectLimit = TimeSpan.FromSeconds(30);
    private readonly MoveVerbs _moves = new(hand, time);

    public async Task<StepEnd> RunAsync(Step step, CancellationToken cancellationToken)
    {
        if (hand.IsAway && step.VerbCase is not (Step.VerbOneofCase.AwaitMode or Step.VerbOneofCase.Fetch))
        {
            return StepEnd.Failed(FailureCode.ModeNotReached, "The phone was restarted and no await-mode looked for it.");
        }

        return step.VerbCase switch
        {
            Step.VerbOneofCase.Fetch => await FetchAsync(step.Fetch.FileNames, cancellationToken),
            Step.VerbOneofCase.Assert => await AssertAsync(step, cancellationToken),
            Step.VerbOneofCase.Reboot => await _moves.RebootAsync(step.Reboot.Target, cancellationToken),
            Step.VerbOneofCase.AwaitMode => await _moves.AwaitAsync(step.AwaitMode, cancellationToken),
            Step.VerbOneofCase.Flash => await FlashAsync(step.Flash, cancellationToken),
            Step.VerbOneofCase.Erase => await AgainAsync(token => EraseAsync(step.Erase, token), cancellationToken),
            Step.VerbOneofCase.SetSlot => await SetSlotAsync(step.SetSlot, cancellationToken),
            _ => StepEnd.Failed(FailureCode.VerbNotSupported, $"This station cannot do {step.VerbCase} yet."),
        };
    }

    /// <summary>Has these files here, checked just now.</summary>
    public async Task<StepEnd> FetchAsync(IEnumerable<string> fileNames, CancellationToken cancellationToken)
    {
        foreach (var name in fileNames)
        {
            var (file, end) = await FindAsync(name, cancellationToken);
            if (!end.LetsGoOn)
            {
                return end;
            }

            log.Write($"file {name} is here with its hash ({new FileInfo(file).Length} bytes)");
        }

        return StepEnd.Done;
    }

    private async Task<(string Path, StepEnd End)> FindAsync(string fileName, CancellationToken cancellationToken)
    {
        if (plan.Files.FirstOrDefault(file => file.Name == fileName) is not { } file)
        {
            return ("", StepEnd.Failed(FailureCode.PlanUnreadable, $"The plan has no file {fileName}."));
        }

        var image = await images.EnsureAsync(ImageFile.From(file), cancellationToken);
        return image.Failure == ImageFailure.None
            ? (image.Path, StepEnd.Done)
            : ("", StepEnd.Failed(ImageErrors.ClassOf(image.Failure), image.Detail));
    }

    private async Task<StepEnd> AssertAsync(Step step, CancellationToken cancellationToken)
    {
        var end = await hand.LookAsync(cancellationToken);
        if (!end.LetsGoOn)
        {
            return end;
        }

        return AssertJudge.Judge(step, PhoneFactReader.Of(hand.Sight)) is { } refusal
            ? StepEnd.Failed(refusal.FailureCode, refusal.Detail)
            : StepEnd.Done;
    }

    private async Task<StepEnd> FlashAsync(Flash flash, CancellationToken cancellationToken)
    {
        var (path, end) = await FindAsync(flash.FileName, cancellationToken);
        return end.LetsGoOn
            ? await AgainAsync(token => FlashVerb.RunAsync(hand.Session!, flash, path, meter.Move, token), cancellationToken)
            : end;
    }

    private async Task<StepEnd> EraseAsync(Erase erase, CancellationToken cancellationToken)
    {
        var (partitions, end) = await PartitionNames.FindAsync(hand.Session!, erase.Partition, erase.Slot, cancellationToken);
        foreach (var partition in partitions)
        {
            var answer = await hand.Session!.EraseAsync(partition, cancellationToken);
            if (!answer.Succeeded)
            {
                return PhoneErrors.ToStepEnd(answer.Error);
            }
        }

        return end;
    }

    private async Task<StepEnd> SetSlotAsync(SetSlot setSlot, CancellationToken cancellationToken)
    {
        if (hand.Session is not { } session)
        {
            return StepEnd.Failed(FailureCode.CableLost, "The conversation with the phone had ended.");
        }

        var current = await session.GetVarAsync("current-slot", cancellationToken);
        if (!current.Succeeded)
        {
            return PhoneErrors.ToStepEnd(current.Error);
        }

        var letters = PartitionNames.Letters(setSlot.Slot, current.Value?.TrimStart('_') ?? "");
        if (letters.Length != 1)
        {
            return StepEnd.Failed(FailureCode.WrongSlot, "The phone does not say which slot is current.");
        }

        var answer = await session.SetActiveAsync(letters[0], cancellationToken);
        return answer.Succeeded ? await hand.LookAsync(cancellationToken) : PhoneErrors.ToStepEnd(answer.Error);
    }

    // A write whose wire broke is done again from the partition's beginning, on the same phone only.
    private async Task<StepEnd> AgainAsync(Func<CancellationToken, Task<StepEnd>> write, CancellationToken cancellationToken)
    {
        var retry = new StepRetry(time);
        while (true)
        {
            var end = hand.Session is null
                ? StepEnd.Failed(FailureCode.CableLost, "The conversation with the phone had ended.")
                : await write(cancellationToken);
            if (hand.Serial.Length == 0 || !retry.Allows(end))
            {
                return end; // a phone without a serial cannot be recognised again
            }

            log.Write($"the wire broke ({end.Detail}); connecting again");
            var again = await ReconnectAsync(cancellationToken);
            if (!again.LetsGoOn)
            {
                return again.Kind is StepEndKind.PhoneChanged or StepEndKind.Cancelled ? again : end;
            }
        }
    }

    private async Task<StepEnd> ReconnectAsync(CancellationToken cancellationToken)
    {
        var mode = hand.Sight.Mode;
        var startedAt = time.GetTimestamp();
        while (true)
        {
            var end = await hand.MeetAgainAsync(cancellationToken);
            if (end.LetsGoOn && hand.Sight.Mode != mode)
            {
                return StepEnd.Failed(FailureCode.ModeNotReached, $"The phone came back in mode {hand.Sight.Mode}.");
            }

            if (end.LetsGoOn || end.Kind is StepEndKind.PhoneChanged or StepEndKind.Cancelled
                || time.GetElapsedTime(startedAt) >= ReconnectLimit)
            {
                return end;
            }

            await Task.Delay(ReconnectPause, time, cancellationToken);
        }
    }
}
