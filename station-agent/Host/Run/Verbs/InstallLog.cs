using Espero.Station.Recipes.Failures;
using Espero.Station.Watch;

namespace Espero.Station.Run.Verbs;

/// <summary>
/// Reads what a recovery wrote about the package it was handed: while it takes one it says that all is well whatever comes of it
/// (AOSP recovery, minadbd_services.cpp). A recovery that shows nothing leaves the answer to the boot.
/// </summary>
internal static class InstallLog
{
    private const string ResultPath = "/cache/recovery/last_install";
    private const string LogPath = "/tmp/recovery.log";

    public static async Task<StepEnd> JudgeAsync(AdbTalk talk, CancellationToken cancellationToken)
    {
        if (await ReadAsync(talk, ResultPath, cancellationToken) is not { } result || !InstallRefusal.IsIn(result))
        {
            return StepEnd.Done;
        }

        var (code, reason) = InstallRefusal.ReasonIn(await ReadAsync(talk, LogPath, cancellationToken) ?? "");
        return StepEnd.Failed(code, reason);
    }

    private static async Task<string?> ReadAsync(AdbTalk talk, string path, CancellationToken cancellationToken)
    {
        var read = await talk.Phone.ShellAsync($"cat {path}", cancellationToken);
        return read is { Succeeded: true, Value.ExitCode: 0 } ? read.Value.Output : null;
    }
}
