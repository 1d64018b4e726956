using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Domain.Flashing.Retries;
using Espero.Station.Domain.Flashing.Simulation;

namespace Espero.Station.Run.Verbs;

/// <summary>
/// Carries out one step, again where its failure allows it: from the step's beginning, on the same phone in the same mode only.
/// Writing a partition or handing over a package again is harmless. A lock is closed once: its proofs were judged once. A code of
/// the maker's is sent once: many phones count the wrong ones. What is made sure of before is tried again for every step.
/// </summary>
internal sealed class StepRetry(AttemptKit kit)
{
    private readonly Retrying _retrying = new(kit.Hands, kit.Log, kit.Time);
    private readonly WayBack _wayBack = new(kit);

    /// <param name="makeSure">Looks before the step; it changes nothing on the phone.</param>
    /// <param name="carryOut">The step's verb.</param>
    public async Task<StepEnd> RunAsync(
        Step step,
        Func<CancellationToken, Task<StepEnd>> makeSure,
        Func<CancellationToken, Task<StepEnd>> carryOut,
        CancellationToken cancellationToken)
    {
        var began = new Beginning(kit.Hand.IsAway ? PhoneMode.Unspecified : kit.Hand.Mode, kit.Hand.Facts.CurrentSlot);
        if (!HasItsOwnDeadline(step) && !IsForOnce(step))
        {
            return await AgainAsync(step, began, token => InTurnAsync(makeSure, carryOut, token), cancellationToken);
        }

        return await InTurnAsync(token => AgainAsync(step, began, makeSure, token), carryOut, cancellationToken);
    }

    private Task<StepEnd> AgainAsync(
        Step step, Beginning began, Func<CancellationToken, Task<StepEnd>> carryOut, CancellationToken cancellationToken) =>
        _retrying.RunAsync(
            step.Id,
            mayAsk: code => step.Fallback.Count == 0 || !Fallbacks.Help(step, code),
            (retries, token) => retries > 0 && IsDone(step, began) ? Task.FromResult(StepEnd.Done) : carryOut(token),
            (move, token) => MakeReadyAsync(step, began.Mode, move, token),
            cancellationToken);

    private static async Task<StepEnd> InTurnAsync(
        Func<CancellationToken, Task<StepEnd>> first, Func<CancellationToken, Task<StepEnd>> second, CancellationToken cancellationToken)
    {
        var end = await first(cancellationToken);
        return end.LetsGoOn ? await second(cancellationToken) : end;
    }

    // These wait for somebody or something for as long as their recipe says; a second wait would not be the recipe's.
    private static bool HasItsOwnDeadline(Step step) => step.VerbCase is Step.VerbOneofCase.Ask or Step.VerbOneofCase.AwaitMode
        or Step.VerbOneofCase.FetchManual or Step.VerbOneofCase.Checkpoint || step.VerifyBoot is { Proof: Proof.SeenByPerson };

    private static bool IsForOnce(Step step) =>
        step.Lock is not null || step.OemCommand is not null || step.Unlock?.Method is Unlock.Types.Method.Code or Unlock.Types.Method.TokenFile;

    private async Task<StepEnd> MakeReadyAsync(Step step, PhoneMode began, RetryMove move, CancellationToken cancellationToken)
    {
        switch (step.VerbCase)
        {
            case Step.VerbOneofCase.Fetch or Step.VerbOneofCase.Unpack or Step.VerbOneofCase.WriteFile
                when move.Kind is not RetryMoveKind.Rest:
                return StepEnd.Done; // nothing of the phone is needed
            case var _ when began is PhoneMode.Unspecified && HasItsOwnDeadline(step):
                return StepEnd.Done; // it is the step itself that finds the phone
            case Step.VerbOneofCase.VerifyBoot:
                var found = await _wayBack.FindAsync(wanted: null, cancellationToken);
                return found.LetsGoOn ? await kit.Hand.RebootAsync(RebootTarget.System, cancellationToken)
                    : found.Kind is StepEndKind.Failed ? StepEnd.ConversationOver // it did not start: that it is gone is no news
                    : found;
            case Step.VerbOneofCase.Reboot:
                return await _wayBack.FindAsync(wanted: null, cancellationToken);
            case Step.VerbOneofCase.Unlock:
                kit.Hand.ForgetLock(); // it may have been opened, and then says so when it is met again
                return await _wayBack.ReturnAsync(began, cancellationToken);
            default:
                return move.Kind is RetryMoveKind.Again && kit.Hand.Talk is not null
                    ? StepEnd.Done
                    : await _wayBack.ReturnAsync(began, cancellationToken);
        }
    }

    // The answer was lost, not the command.
    private bool IsDone(Step step, Beginning began) => step.VerbCase switch
    {
        Step.VerbOneofCase.Reboot => kit.Hand.Mode != began.Mode && kit.Hand.Mode == VerbModes.After(step.Reboot.Target),
        Step.VerbOneofCase.Logical => IsDone(step.Logical),
        Step.VerbOneofCase.SetSlot => step.SetSlot.Slot is Slot.Other && began.Slot is { } left && kit.Hand.Facts.CurrentSlot is { } now && now != left,
        Step.VerbOneofCase.Unlock => step.Unlock.Method is not Unlock.Types.Method.Critical && UnlockFacts.IsUnlocked(kit.Hand.Facts) is true,
        _ => false,
    };

    private bool IsDone(Logical logical)
    {
        var names = logical.Slot is Slot.Unspecified ? [logical.Partition] : kit.Hand.Facts.NamesOf(logical.Partition, logical.Slot);
        return names.Count > 0 && names.All(name => logical.Action switch
        {
            Logical.Types.Action.Delete => !kit.Hand.Facts.HasPartition(name),
            Logical.Types.Action.Create or Logical.Types.Action.Resize => kit.Hand.Facts.PartitionSizeBytes(name) == logical.SizeBytes,
            Logical.Types.Action.Unspecified => false,
        });
    }

    /// <summary>As the phone was before the step: to choose the other slot twice would choose the first one again.</summary>
    private readonly record struct Beginning(PhoneMode Mode, string? Slot);
}
