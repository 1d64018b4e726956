namespace Espero.VirtualPhone.Bootloader;

/// <summary>What follows <c>oem </c>: makers' own commands, the few that most of them share.</summary>
internal sealed class OemCommands(PhoneParts parts, LockCommands locks)
{
    public Answer Run(string command) => command switch
    {
        _ when !parts.Phone.Model.HasOemCommands => Unknown(),
        "device-info" => DeviceInfo(),
        "unlock" => locks.Run("unlock"),
        "lock" => locks.Run("lock"),
        "edl" => Answer.Okay() with { Leave = BootTarget.Edl },
        "off-mode-charge 0" or "off-mode-charge 1" => Answer.Okay(),
        _ when command.StartsWith("unlock ", StringComparison.Ordinal) => Answer.Fail("Token verification failed"),
        _ => Unknown(),
    };

    private Answer DeviceInfo() => Answer.Okay() with
    {
        Info =
        [
            "Verity mode: true",
            $"Device unlocked: {Word(parts.Phone.State.Unlocked)}",
            $"Device critical unlocked: {Word(parts.Phone.State.Unlocked)}",
            "Charger screen enabled: true",
        ],
    };

    private static string Word(bool holds) => holds ? "true" : "false";

    private Answer Unknown() => Answer.Fail(parts.Phone.Model.Refusals.UnknownCommand);
}
