using Espero.Plan.V1;
using Espero.Station.Protocols.Adb;
using Espero.Station.Protocols.Adb.Sideload;
using Espero.Station.Recipes.Failures;
using Espero.Station.Watch;

namespace Espero.Station.Run.Verbs;

/// <summary>What goes through adb: packages for the recovery, files, and the few allow-listed commands.</summary>
internal sealed class PhoneSideVerbs(AttemptKit kit)
{
    private const UnixFileMode ReadableByAll =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private bool _hasUnjudgedPackage;

    /// <summary>Hands a package over. That it arrived is seen here; what came of it, the recovery says afterwards, or the boot.</summary>
    public Task<StepEnd> SideloadAsync(Sideload sideload, CancellationToken cancellationToken) =>
        kit.Files.UseAsync(sideload.FileName, path => SideloadAsync(path, cancellationToken), cancellationToken);

    /// <summary>In the recovery: what became of the package that it was handed last, once; done when it was handed none.</summary>
    public async Task<StepEnd> JudgePackageAsync(CancellationToken cancellationToken)
    {
        if (!_hasUnjudgedPackage || kit.Hand.Talk is not AdbTalk talk)
        {
            return StepEnd.Done;
        }

        _hasUnjudgedPackage = false;
        return await InstallLog.JudgeAsync(talk, cancellationToken);
    }

    public Task<StepEnd> PushAsync(Push push, CancellationToken cancellationToken) =>
        kit.Files.UseAsync(push.FileName, path => PushAsync(path, push.PathOnPhone, cancellationToken), cancellationToken);

    private async Task<StepEnd> SideloadAsync(string path, CancellationToken cancellationToken)
    {
        if (kit.Hand.Talk is not AdbTalk talk)
        {
            return StepEnd.ConversationOver;
        }

        var moving = new Forward<SideloadCoverage>(coverage => kit.Meter.Move(coverage.ServedBytes));
        var served = await talk.Phone.SideloadAsync(path, moving, cancellationToken);
        talk.End();
        _hasUnjudgedPackage = true;
        kit.Hand.ExpectAway(); // it goes back to its recovery, or restarts
        return served.Succeeded ? StepEndOf(served.Value, new FileInfo(path).Length) : StepEnd.Of(served.Error.ToTalkError());
    }

    private async Task<StepEnd> PushAsync(string path, string pathOnPhone, CancellationToken cancellationToken)
    {
        if (kit.Hand.Talk is not AdbTalk talk)
        {
            return StepEnd.ConversationOver;
        }

        var pushed = await talk.Phone.PushAsync(path, pathOnPhone, ReadableByAll, progress: null, cancellationToken);
        return pushed.Succeeded ? StepEnd.Wrote(pushed.Value.SizeBytes) : StepEnd.Of(pushed.Error.ToTalkError());
    }

    public async Task<StepEnd> ShellAsync(Shell shell, CancellationToken cancellationToken)
    {
        if (kit.Hand.Talk is not AdbTalk talk)
        {
            return StepEnd.ConversationOver;
        }

        var command = string.Join(' ', shell.Arguments.Select(ShellWord.Quote));
        var ran = await talk.Phone.ShellAsync(command, cancellationToken);
        if (!ran.Succeeded)
        {
            return StepEnd.Of(ran.Error.ToTalkError());
        }

        kit.Log.Write($"phone: {ran.Value.Output.Trim()} {ran.Value.Errors.Trim()}".TrimEnd());
        return ran.Value.ExitCode == 0
            ? StepEnd.Done
            : StepEnd.Failed(FailureCode.PhoneRefused, $"'{command}' ended with {ran.Value.ExitCode} on the phone.");
    }

    private static StepEnd StepEndOf(SideloadReport report, long sizeBytes) => report.End switch
    {
        SideloadEnd.Finished => StepEnd.Wrote(sizeBytes),

        // Every block was taken and the phone is gone: it restarts into what it installed, or does not. The boot tells.
        SideloadEnd.Cut when report.Coverage.IsWhole => StepEnd.Wrote(sizeBytes),
        SideloadEnd.Cut => StepEnd.Failed(FailureCode.SideloadIncomplete, report.Text),
        SideloadEnd.FinishedInPart or SideloadEnd.PhoneFailed => StepEnd.Failed(FailureCode.PackageRefused, report.Text),
        SideloadEnd.Nonsense => StepEnd.Failed(FailureCode.ProtocolNonsense, report.Text),
        SideloadEnd.Silent => StepEnd.Failed(FailureCode.PhoneSilent, report.Text),
        SideloadEnd.FileUnreadable => StepEnd.Failed(FailureCode.ImageUnreadable, report.Text),
        SideloadEnd.Cancelled => StepEnd.Cancelled,
    };
}
