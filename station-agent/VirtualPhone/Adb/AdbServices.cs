using Espero.VirtualPhone.Bootloader;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Adb;

/// <summary>Which services the phone offers in a mode, by the names that adb opens them with (AOSP adb/SERVICES.TXT).</summary>
internal sealed class AdbServices(PhoneParts parts, PhoneMode mode)
{
    private const string Reboot = "reboot:";
    private const string Sideload = "sideload-host:";

    /// <summary>Where a reboot service leads; null for every other name, and for a place that this phone has not.</summary>
    public BootTarget? RebootTarget(string name) =>
        name.StartsWith(Reboot, StringComparison.Ordinal) && mode != PhoneMode.Sideload
            ? RebootWord.Target(name[Reboot.Length..], parts.Phone.Model)
            : null;

    /// <summary>The service, or null for a name that this mode does not know.</summary>
    public Func<AdbStream, CancellationToken, Task<BootTarget?>>? Find(string name)
    {
        if (mode == PhoneMode.Sideload)
        {
            return name.StartsWith(Sideload, StringComparison.Ordinal)
                ? new SideloadService(parts, name[Sideload.Length..]).RunAsync
                : null;
        }

        if (name == "sync:")
        {
            return new SyncService(parts).RunAsync;
        }

        return ShellRequest.Parse(name) is { } request ? new ShellService(parts, mode, request).RunAsync : null;
    }
}
