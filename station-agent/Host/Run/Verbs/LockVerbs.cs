using Espero.Plan.V1;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Run.Verbs;

/// <summary>Opens and closes the bootloader's lock, and says whose key it trusts. All in the bootloader.</summary>
internal sealed class LockVerbs(AttemptKit kit)
{
    public async Task<StepEnd> UnlockAsync(FastbootSession session, Unlock unlock, CancellationToken cancellationToken) => unlock.Method switch
    {
        Unlock.Types.Method.Flashing => (await session.FlashingUnlockAsync(cancellationToken)).ToStepEnd(),
        Unlock.Types.Method.Critical => (await session.FlashingUnlockCriticalAsync(cancellationToken)).ToStepEnd(),
        Unlock.Types.Method.Oem => (await session.OemAsync("unlock", cancellationToken)).ToStepEnd(),
        Unlock.Types.Method.Code => await WithCodeAsync(session, unlock.TokenFileName, cancellationToken),
        Unlock.Types.Method.TokenFile => await WithTokenAsync(session, unlock.TokenFileName, cancellationToken),
        Unlock.Types.Method.Unspecified =>
            StepEnd.Failed(FailureCode.PlanUnreadable, "The plan does not say how the bootloader is unlocked."),
    };

    public static async Task<StepEnd> LockAsync(
        FastbootSession session, Espero.Plan.V1.Lock locking, CancellationToken cancellationToken) =>
        (locking.Method is Espero.Plan.V1.Lock.Types.Method.Critical
            ? await session.FlashingLockCriticalAsync(cancellationToken)
            : await session.FlashingLockAsync(cancellationToken)).ToStepEnd();

    /// <summary>An empty name takes the key away.</summary>
    public async Task<StepEnd> AvbKeyAsync(FastbootSession session, AvbKey key, CancellationToken cancellationToken)
    {
        if (key.FileName.Length == 0)
        {
            return (await session.ClearAvbKeyAsync(cancellationToken)).ToStepEnd();
        }

        var (path, end) = await kit.Files.EnsureAsync(key.FileName, cancellationToken);
        if (!end.LetsGoOn)
        {
            return end;
        }

        await using var file = System.IO.File.OpenRead(path);
        return (await session.SetAvbKeyAsync(new StreamDownload(file, file.Length), cancellationToken)).ToStepEnd();
    }

    public static async Task<StepEnd> OemAsync(FastbootSession session, OemCommand command, CancellationToken cancellationToken) =>
        (await session.OemAsync(command.Command, cancellationToken)).ToStepEnd();

    // The code that the phone's maker gave for this one phone: sent, and never in a log.
    private async Task<StepEnd> WithCodeAsync(FastbootSession session, string fileName, CancellationToken cancellationToken)
    {
        var (path, end) = await kit.Files.EnsureAsync(fileName, cancellationToken);
        if (!end.LetsGoOn)
        {
            return end;
        }

        var code = (await System.IO.File.ReadAllTextAsync(path, cancellationToken)).Trim();
        kit.Log.Hide(code);
        return (await session.OemAsync($"unlock {code}", cancellationToken)).ToStepEnd();
    }

    private async Task<StepEnd> WithTokenAsync(FastbootSession session, string fileName, CancellationToken cancellationToken)
    {
        var staged = await kit.StageAsync(session, fileName, cancellationToken);
        return staged.LetsGoOn ? (await session.FlashingUnlockAsync(cancellationToken)).ToStepEnd() : staged;
    }
}
