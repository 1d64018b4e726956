namespace Espero.VirtualPhone.Adb;

/// <summary>What <c>adb shell</c> or <c>adb exec-out</c> wants.</summary>
/// <param name="Command">The command line; empty for an interactive shell.</param>
/// <param name="IsFramed">Whether outputs and exit code travel in frames, as in <c>shell,v2</c>.</param>
internal sealed record ShellRequest(string Command, bool IsFramed)
{
    /// <summary>Null for the name of another service.</summary>
    public static ShellRequest? Parse(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var options = colon < 0 ? [] : name[..colon].Split(',');
        return options is ["shell" or "exec", .. var rest]
            ? new ShellRequest(name[(colon + 1)..], rest.Contains("v2"))
            : null;
    }
}
