using Espero.Plan.V1;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Watch;

namespace Espero.Station.Run.Verbs;

/// <summary>Opens and closes the bootloader's lock, and says whose key it trusts. All in the bootloader.</summary>
internal sealed class LockVerbs(AttemptKit kit)
{
    public async Task<StepEnd> UnlockAsync(Unlock unlock, CancellationToken cancellationToken)
    {
        if (kit.Hand.Fastboot is not { } session)
        {
            return StepEnd.ConversationOver;
        }

        var answer = unlock.Method switch
        {
            Unlock.Types.Method.Flashing => await session.FlashingUnlockAsync(cancellationToken),
            Unlock.Types.Method.Critical => await session.FlashingUnlockCriticalAsync(cancellationToken),
            Unlock.Types.Method.Oem => TextOf(await session.OemAsync("unlock", cancellationToken)),
            Unlock.Types.Method.Code or Unlock.Types.Method.TokenFile => await WithTokenAsync(session, unlock, cancellationToken),
            Unlock.Types.Method.Unspecified =>
                new FastbootError(FastbootFailure.CommandTooLong, "The plan does not say how the bootloader is unlocked."),
        };
        return StepEndOf(answer);
    }

    public async Task<StepEnd> LockAsync(CancellationToken cancellationToken) => kit.Hand.Fastboot is { } session
        ? StepEndOf(await session.FlashingLockAsync(cancellationToken))
        : StepEnd.ConversationOver;

    public async Task<StepEnd> AvbKeyAsync(AvbKey key, CancellationToken cancellationToken)
    {
        if (kit.Hand.Fastboot is not { } session)
        {
            return StepEnd.ConversationOver;
        }

        if (key.FileName.Length == 0)
        {
            return StepEndOf(await session.ClearAvbKeyAsync(cancellationToken));
        }

        var (path, end) = await kit.Files.EnsureAsync(key.FileName, cancellationToken);
        if (!end.LetsGoOn)
        {
            return end;
        }

        await using var file = System.IO.File.OpenRead(path);
        return StepEndOf(await session.SetAvbKeyAsync(new StreamDownload(file, file.Length), cancellationToken));
    }

    public async Task<StepEnd> OemAsync(OemCommand command, CancellationToken cancellationToken) => kit.Hand.Fastboot is { } session
        ? StepEndOf(TextOf(await session.OemAsync(command.Command, cancellationToken)))
        : StepEnd.ConversationOver;

    // The code or the signed file that the phone's maker gave for this one phone: sent, and never in a log.
    private async Task<FastbootResult<string>> WithTokenAsync(FastbootSession session, Unlock unlock, CancellationToken cancellationToken)
    {
        var (path, end) = await kit.Files.EnsureAsync(unlock.TokenFileName, cancellationToken);
        if (!end.LetsGoOn)
        {
            return new FastbootError(FastbootFailure.ImageUnreadable, end.Detail);
        }

        if (unlock.Method is Unlock.Types.Method.Code)
        {
            var code = (await System.IO.File.ReadAllTextAsync(path, cancellationToken)).Trim();
            kit.Log.Hide(code);
            return TextOf(await session.OemAsync($"unlock {code}", cancellationToken));
        }

        var staged = await StageAsync(session, unlock.TokenFileName, cancellationToken);
        return staged.LetsGoOn
            ? await session.FlashingUnlockAsync(cancellationToken)
            : new FastbootError(FastbootFailure.ImageUnreadable, staged.Detail);
    }

    private async Task<StepEnd> StageAsync(FastbootSession session, string fileName, CancellationToken cancellationToken)
    {
        var (path, end) = await kit.Files.EnsureAsync(fileName, cancellationToken);
        return end.LetsGoOn ? StepEndOf(await Staging.SendAsync(session, path, cancellationToken)) : end;
    }

    private static FastbootResult<string> TextOf(FastbootResult<FastbootAnswer> answer) =>
        answer.Succeeded ? answer.Value.Text : answer.Error;

    private static StepEnd StepEndOf(FastbootResult<string> answer) =>
        answer.Succeeded ? StepEnd.Done : StepEnd.Of(answer.Error.ToTalkError());
}
