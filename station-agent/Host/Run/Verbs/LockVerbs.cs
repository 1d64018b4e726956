using Espero.Plan.V1;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Run.Verbs;

/// <summary>Opens and closes the bootloader's lock, and says whose key it trusts. All in the bootloader.</summary>
internal sealed class LockVerbs(AttemptKit kit)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    public async Task<StepEnd> UnlockAsync(FastbootSession session, Unlock unlock, CancellationToken cancellationToken) => unlock.Method switch
    {
        Unlock.Types.Method.Flashing => await UnlockedAsync(session, (await session.FlashingUnlockAsync(cancellationToken)).ToStepEnd(), cancellationToken),
        Unlock.Types.Method.Critical => (await session.FlashingUnlockCriticalAsync(cancellationToken)).ToStepEnd(),
        Unlock.Types.Method.Oem => await UnlockedAsync(session, (await session.OemAsync("unlock", cancellationToken)).ToStepEnd(), cancellationToken),
        Unlock.Types.Method.Code => await kit.Files.UseAsync(
            unlock.TokenFileName, path => WithCodeAsync(session, path, cancellationToken), cancellationToken),
        Unlock.Types.Method.TokenFile => await WithTokenAsync(session, unlock.TokenFileName, cancellationToken),
        Unlock.Types.Method.Unspecified =>
            StepEnd.Failed(FailureCode.PlanUnreadable, "The plan does not say how the bootloader is unlocked."),
    };

    public async Task<StepEnd> LockAsync(FastbootSession session, Espero.Plan.V1.Lock locking, CancellationToken cancellationToken) =>
        locking.Method is Espero.Plan.V1.Lock.Types.Method.Critical
            ? (await session.FlashingLockCriticalAsync(cancellationToken)).ToStepEnd()
            : await SettledAsync(
                session, (await session.FlashingLockAsync(cancellationToken)).ToStepEnd(), "no", FailureCode.LockDidNotTake, cancellationToken);

    /// <summary>An empty name takes the key away.</summary>
    public async Task<StepEnd> AvbKeyAsync(FastbootSession session, AvbKey key, CancellationToken cancellationToken) =>
        key.FileName.Length == 0
            ? (await session.ClearAvbKeyAsync(cancellationToken)).ToStepEnd()
            : await kit.Files.UseAsync(key.FileName, path => SetAvbKeyAsync(session, path, cancellationToken), cancellationToken);

    public static async Task<StepEnd> OemAsync(FastbootSession session, OemCommand command, CancellationToken cancellationToken) =>
        (await session.OemAsync(command.Command, cancellationToken)).ToStepEnd();

    private static async Task<StepEnd> SetAvbKeyAsync(FastbootSession session, string path, CancellationToken cancellationToken)
    {
        await using var file = System.IO.File.OpenRead(path);
        return (await session.SetAvbKeyAsync(new StreamDownload(file, file.Length), cancellationToken)).ToStepEnd();
    }

    // The code that the phone's maker gave for this one phone: sent, and never in a log.
    private async Task<StepEnd> WithCodeAsync(FastbootSession session, string path, CancellationToken cancellationToken)
    {
        var code = (await System.IO.File.ReadAllTextAsync(path, cancellationToken)).Trim();
        kit.Log.Hide(code);
        return await UnlockedAsync(session, (await session.OemAsync($"unlock {code}", cancellationToken)).ToStepEnd(), cancellationToken);
    }

    private async Task<StepEnd> WithTokenAsync(FastbootSession session, string fileName, CancellationToken cancellationToken)
    {
        var staged = await kit.StageAsync(session, fileName, cancellationToken);
        return staged.LetsGoOn
            ? await UnlockedAsync(session, (await session.FlashingUnlockAsync(cancellationToken)).ToStepEnd(), cancellationToken)
            : staged;
    }

    private Task<StepEnd> UnlockedAsync(FastbootSession session, StepEnd answer, CancellationToken cancellationToken) =>
        SettledAsync(session, answer, "yes", FailureCode.PromptNotConfirmed, cancellationToken);

    // OKAY only says that the phone has understood: on many a person must still agree on its screen.
    private async Task<StepEnd> SettledAsync(
        FastbootSession session, StepEnd answer, string wanted, string failureCode, CancellationToken cancellationToken)
    {
        if (!answer.LetsGoOn)
        {
            return answer;
        }

        kit.Hand.ForgetLock();
        var since = kit.Time.GetTimestamp();
        while (true)
        {
            var unlocked = await session.GetVarAsync(LockFacts.Variable, cancellationToken);
            if (!unlocked.Succeeded || unlocked.Value is not ("yes" or "no"))
            {
                return StepEnd.Done; // it restarts to empty itself, or never tells: the next step finds out
            }

            if (unlocked.Value == wanted)
            {
                kit.Hand.Learn(LockFacts.Unlocked, wanted);
                return StepEnd.Done;
            }

            if (kit.Time.GetElapsedTime(since) > session.ConfirmationLimit)
            {
                return StepEnd.Failed(failureCode, $"getvar:unlocked is still \"{unlocked.Value}\".");
            }

            await Task.Delay(BetweenLooks, kit.Time, cancellationToken);
        }
    }
}
