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
        Unlock.Types.Method.Code => await GivenAsync(unlock, code => WithCodeAsync(session, code, cancellationToken), cancellationToken),
        Unlock.Types.Method.TokenFile => await GivenAsync(unlock, code => WithTokenAsync(session, code, cancellationToken), cancellationToken),
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

    // A file of the build that a person brought, or what came for this one phone alone.
    private async Task<StepEnd> GivenAsync(Unlock unlock, Func<UnlockCode, Task<StepEnd>> send, CancellationToken cancellationToken)
    {
        if (unlock.TokenFileName.Length > 0)
        {
            return await kit.Files.UseAsync(
                unlock.TokenFileName,
                async path => await send(new UnlockCode(await System.IO.File.ReadAllBytesAsync(path, cancellationToken))),
                cancellationToken);
        }

        return !kit.Code.IsGiven
            ? StepEnd.Failed(FailureCode.VendorTokenNeeded, "Nobody has entered what the maker gave to unlock this phone.")
            : await send(kit.Code);
    }

    // Sent once, and in no log: a phone may repeat it in its answer.
    private async Task<StepEnd> WithCodeAsync(FastbootSession session, UnlockCode code, CancellationToken cancellationToken)
    {
        if (code.Letters is not { } letters)
        {
            return StepEnd.Failed(FailureCode.VendorTokenNeeded, "What was entered for this phone is not a code: its bootloader takes letters and digits.");
        }

        kit.Log.HideCode(letters);
        return await OnceAsync(code, async () => await JudgedAsync(session, await session.OemAsync($"unlock {letters}", cancellationToken), cancellationToken));
    }

    private Task<StepEnd> WithTokenAsync(FastbootSession session, UnlockCode code, CancellationToken cancellationToken) => OnceAsync(code, async () =>
    {
        kit.Log.HideCode(code.Letters ?? "");
        using var bytes = new MemoryStream(code.Bytes.ToArray());
        var staged = await session.DownloadAsync(new StreamDownload(bytes, bytes.Length), progress: null, cancellationToken);
        return staged.Succeeded
            ? await JudgedAsync(session, await session.FlashingUnlockAsync(cancellationToken), cancellationToken)
            : staged.ToStepEnd();
    });

    private static Task<StepEnd> OnceAsync(UnlockCode code, Func<Task<StepEnd>> send) => code.TryTake()
        ? send()
        : Task.FromResult(StepEnd.Failed(FailureCode.VendorTokenNeeded, "What the maker gave for this phone was sent once already."));

    // Every maker has its own words for a wrong one. An open bootloader refuses too, and that says nothing of the code.
    private async Task<StepEnd> JudgedAsync<T>(FastbootSession session, FastbootResult<T> answer, CancellationToken cancellationToken)
    {
        var end = await UnlockedAsync(session, answer.ToStepEnd(), cancellationToken);
        return end.FailureClass is FailureCode.PhoneRefused && !end.Detail.Contains("already", StringComparison.OrdinalIgnoreCase)
            ? StepEnd.Failed(FailureCode.VendorTokenNeeded, end.Detail)
            : end;
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
