namespace Espero.Station.Protocols.Fastboot;

/// <content>The commands after which the phone is somewhere else and the session over, unless the phone refused.</content>
public sealed partial class FastbootSession
{
    public Task<FastbootResult<string>> RebootAsync(RebootTarget target, CancellationToken cancellationToken) =>
        LeaveAsync(
            target switch
            {
                RebootTarget.System => "reboot",
                RebootTarget.Bootloader => "reboot-bootloader",
                RebootTarget.Fastbootd => "reboot-fastboot",
                RebootTarget.Recovery => "reboot-recovery",
            },
            cancellationToken);

    /// <summary>Goes on booting.</summary>
    public Task<FastbootResult<string>> ContinueAsync(CancellationToken cancellationToken) => LeaveAsync("continue", cancellationToken);

    /// <summary>Boots what was downloaded last, without writing it.</summary>
    public Task<FastbootResult<string>> BootAsync(CancellationToken cancellationToken) => LeaveAsync("boot", cancellationToken);

    /// <summary>Turns the phone off; few bootloaders can.</summary>
    public Task<FastbootResult<string>> ShutdownAsync(CancellationToken cancellationToken) => LeaveAsync("shutdown", cancellationToken);

    private async Task<FastbootResult<string>> LeaveAsync(string command, CancellationToken cancellationToken)
    {
        var answer = await GuardAsync(command, options.Action, ReadFarewellAsync, cancellationToken);
        if (answer.Succeeded)
        {
            await EndAsync(new FastbootError(FastbootFailure.SessionOver, $"The phone obeyed '{command}'."));
        }

        return answer;
    }

    // Some bootloaders restart before their OKAY has left; AOSP's client does not insist on it either.
    private async Task<FastbootResult<string>> ReadFarewellAsync(Watchdog watchdog)
    {
        try
        {
            return await ReadEndAsync(onMessage, watchdog);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
