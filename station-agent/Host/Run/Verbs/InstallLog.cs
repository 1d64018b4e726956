using Espero.Station.Recipes.Failures;
using Espero.Station.Watch;

namespace Espero.Station.Run.Verbs;

/// <summary>
/// Reads what a recovery wrote about the package it was handed: while it takes one it says that all is well whatever comes of it
/// (AOSP recovery, minadbd_services.cpp). A recovery that shows nothing leaves the answer to the boot.
/// </summary>
internal static class InstallLog
{
    // "path, 1 or 0, …" line by line (AOSP recovery, recovery_ui/…/recovery_main.cpp: LAST_INSTALL_FILE).
    private const string ResultPath = "/cache/recovery/last_install";
    private const string LogPath = "/tmp/recovery.log";
    private const string Refused = "0";

    // The question whether to go on without a signature is asked only of somebody who can see the menu.
    private const string NoConsent = "signature verification failed";

    public static async Task<StepEnd> JudgeAsync(AdbTalk talk, CancellationToken cancellationToken)
    {
        if (await ReadAsync(talk, ResultPath, cancellationToken) is not { } result || result.Split('\n') is not [_, Refused, ..])
        {
            return StepEnd.Done;
        }

        var log = await ReadAsync(talk, LogPath, cancellationToken) ?? "";
        var reason = log.Split('\n').FirstOrDefault(line => line.StartsWith("E:", StringComparison.Ordinal)) ?? "The recovery gives no reason.";
        return StepEnd.Failed(
            reason.Contains(NoConsent, StringComparison.Ordinal) ? FailureCode.SignaturePromptHidden : FailureCode.PackageRefused, reason);
    }

    private static async Task<string?> ReadAsync(AdbTalk talk, string path, CancellationToken cancellationToken)
    {
        var read = await talk.Phone.ShellAsync($"cat {path}", cancellationToken);
        return read is { Succeeded: true, Value.ExitCode: 0 } ? read.Value.Output : null;
    }
}
