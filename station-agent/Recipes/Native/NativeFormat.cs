namespace Espero.Station.Recipes.Native;

/// <summary>Formats of others that are run as they are.</summary>
public enum NativeFormat
{
    /// <summary>script.txt of GrapheneOS's optimised install archives: eight verbs, one a line.</summary>
    Script,

    /// <summary>fastboot-info.txt of AOSP (fastboot/README.md, "Flashing Logic"), with android-info.txt.</summary>
    FastbootInfo,

    /// <summary>flashfile.xml of Motorola, as fwupd reads it too.</summary>
    Flashfile,
}
