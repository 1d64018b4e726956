using Espero.VirtualPhone.Bootloader;
using Espero.VirtualPhone.Models;

namespace Espero.VirtualPhone.Adb;

/// <summary>The words that follow <c>reboot</c>.</summary>
internal static class RebootWord
{
    public static BootTarget? Target(string word, PhoneModel model) => word switch
    {
        "" => BootTarget.System,
        "bootloader" => BootTarget.Bootloader,
        "recovery" => BootTarget.Recovery,
        "fastboot" when model.HasFastbootd => BootTarget.Fastbootd,
        "fastboot" => BootTarget.Bootloader,
        "sideload" => BootTarget.Sideload,
        "sideload-auto-reboot" => BootTarget.SideloadAutoReboot,
        "download" => BootTarget.Download,
        "edl" => BootTarget.Edl,
        "-p" => BootTarget.Off,
        _ => null,
    };
}
