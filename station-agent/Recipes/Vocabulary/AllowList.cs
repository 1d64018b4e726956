using System.Collections.Immutable;

namespace Espero.Station.Recipes.Vocabulary;

/// <summary>The only vendor and phone-side commands that a recipe may name. There is no free command.</summary>
public static class AllowList
{
    /// <summary>After "oem ". Reading codes, the charging screen, the serial console, staying in fastboot; what unlocks or locks is the verb of that name.</summary>
    public static readonly ImmutableArray<string> OemCommands =
    [
        "device-info",
        "get_unlock_data",
        "get_identifier_token",
        "off-mode-charge 0",
        "off-mode-charge 1",
        "enable-charger-screen",
        "disable-charger-screen",
        "uart disable",
        "fb_mode_set",
        "fb_mode_clear",
    ];

    /// <summary>In the phone's recovery, argument by argument.</summary>
    public static readonly ImmutableArray<string> ShellCommands =
    [
        "getprop",
        "df",
        "sync",
        "twrp wipe cache",
        "twrp wipe dalvik",
        "twrp wipe data",
        "twrp format data",
    ];

    /// <summary>Folders on the phone that a pushed file may go to.</summary>
    public static readonly ImmutableArray<string> PushFolders = ["/cache/recovery/", "/data/local/tmp/", "/sdcard/", "/tmp/"];
}
