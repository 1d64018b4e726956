namespace Espero.VirtualPhone.Bootloader;

/// <summary>What follows <c>oem </c>: makers' own commands, the few that most of them share.</summary>
internal sealed class OemCommands(PhoneParts parts, LockCommands locks)
{
    private const string UnlockWithCode = "unlock ";

    public Answer Run(string command) => command switch
    {
        _ when !parts.Phone.Model.HasOemCommands => Unknown(),
        "device-info" => DeviceInfo(),
        "unlock" => locks.Run("unlock"),
        "lock" => locks.Run("lock"),
        "edl" => Answer.Okay() with { Leave = BootTarget.Edl },
        "off-mode-charge 0" => SetStartsWhenPlugged(true),
        "off-mode-charge 1" => SetStartsWhenPlugged(false),
        _ when command.StartsWith(UnlockWithCode, StringComparison.Ordinal) => locks.UnlockBy(command[UnlockWithCode.Length..]),
        _ => Unknown(),
    };

    private Answer SetStartsWhenPlugged(bool starts)
    {
        parts.Phone.Change(state => state with { StartsWhenPlugged = starts });
        return Answer.Okay();
    }

    private Answer DeviceInfo() => Answer.Okay() with
    {
        Info =
        [
            "Verity mode: true",
            $"Device unlocked: {Word(parts.Phone.State.Unlocked)}",
            $"Device critical unlocked: {Word(parts.Phone.State.CriticalUnlocked)}",
            "Charger screen enabled: true",
        ],
    };

    private static string Word(bool holds) => holds ? "true" : "false";

    private Answer Unknown() => Answer.Fail(parts.Phone.Model.Refusals.UnknownCommand);
}
