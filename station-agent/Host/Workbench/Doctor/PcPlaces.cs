using System.Collections.Immutable;
using Espero.Station.Protocols.Usb;

namespace Espero.Station.Workbench.Doctor;

/// <summary>Where a PC shows how it stands; folders of their own in tests.</summary>
internal sealed record PcPlaces
{
    /// <summary>The kernel's picture of processes.</summary>
    public string Proc { get; init; } = "/proc";

    /// <summary>The kernel's picture of USB.</summary>
    public string Usb { get; init; } = UsbTree.MachineRoot;

    /// <summary>udev(7): of two files with one name, the one in the earlier folder counts.</summary>
    public ImmutableArray<string> RuleFolders { get; init; } =
        ["/etc/udev/rules.d", "/run/udev/rules.d", "/usr/local/lib/udev/rules.d", "/usr/lib/udev/rules.d", "/lib/udev/rules.d"];

    public string Groups { get; init; } = "/etc/group";

    /// <summary>fwupd's settings; older versions have them in the second.</summary>
    public ImmutableArray<string> FwupdSettings { get; init; } = ["/etc/fwupd/fwupd.conf", "/etc/fwupd/daemon.conf"];

    /// <summary>systemd-timesyncd makes it once a time server has confirmed the clock.</summary>
    public string ClockConfirmed { get; init; } = "/run/systemd/timesync/synchronized";

    /// <summary>This program's own file.</summary>
    public string Program { get; init; } = Environment.ProcessPath ?? "";

    public ImmutableArray<string> ProgramFolders { get; init; } =
        [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Debian's multiarch folders, and the plain ones of other systems.</summary>
    public ImmutableArray<string> LibraryFolders { get; init; } =
        ["/lib", "/usr/lib", "/lib64", "/usr/lib64", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"];

    /// <summary>Whether whoever asks may open every device anyway.</summary>
    public bool IsRoot { get; init; } = Environment.IsPrivilegedProcess;
}
