using Espero.VirtualPhone.Bootloader;

namespace Espero.VirtualPhone.Android;

/// <summary>What a command line on the phone came to.</summary>
internal sealed record ShellResult(string Output, string Error = "", byte ExitCode = 0)
{
    /// <summary>Where the phone goes now; null for nowhere.</summary>
    public BootTarget? Leave { get; init; }

    /// <summary>What both came to together; it failed if one of them did.</summary>
    public ShellResult And(ShellResult next) =>
        new(Output + next.Output, Error + next.Error, Math.Max(ExitCode, next.ExitCode)) { Leave = Leave ?? next.Leave };

    public static ShellResult Failed(string error, byte exitCode = 1) => new("", error + '\n', exitCode);
}
