namespace Espero.VirtualPhone.State;

/// <summary>The modes that a phone can be put in, by the words of the command line.</summary>
internal static class ModeWord
{
    public const string All = "bootloader, system, recovery, sideload, fastbootd, download, edl, off";

    public static PhoneMode? Find(string word) => word switch
    {
        "bootloader" => PhoneMode.Bootloader,
        "system" => PhoneMode.System,
        "recovery" => PhoneMode.Recovery,
        "sideload" => PhoneMode.Sideload,
        "fastbootd" => PhoneMode.Fastbootd,
        "download" => PhoneMode.Download,
        "edl" => PhoneMode.Edl,
        "off" => PhoneMode.Off,
        _ => null,
    };
}
