namespace Espero.Station.Recipes.Failures;

/// <summary>Reads what a recovery wrote down about the last package it was handed.</summary>
public static class InstallRefusal
{
    private const string Refused = "0";

    // The question whether to go on without a signature is asked only of somebody who can see the menu.
    private const string NoConsent = "signature verification failed";

    /// <summary>Whether the result file says that the package was refused.</summary>
    /// <param name="result">"path, 1 or 0, …" line by line (AOSP recovery, recovery_main.cpp: LAST_INSTALL_FILE).</param>
    public static bool IsIn(string result) => result.Split('\n') is [_, Refused, ..];

    /// <summary>The class of the refusal, and the first reason that the log gives.</summary>
    public static (string Code, string Reason) ReasonIn(string log)
    {
        var reason = log.Split('\n').FirstOrDefault(line => line.StartsWith("E:", StringComparison.Ordinal))
            ?? "The recovery gives no reason.";
        var isHidden = reason.Contains(NoConsent, StringComparison.Ordinal);
        return (isHidden ? FailureCode.SignaturePromptHidden : FailureCode.PackageRefused, reason);
    }
}
