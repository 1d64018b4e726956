namespace Espero.Station.Recipes.Models;

/// <summary>How the maker lets a bootloader be opened, the easiest first.</summary>
public enum UnlockWay
{
    /// <summary>Nothing is locked.</summary>
    Open,

    /// <summary>A command of the bootloader, confirmed with the phone's keys.</summary>
    Command,

    /// <summary>In the download mode of the maker, confirmed with the phone's keys.</summary>
    DownloadMode,

    /// <summary>A code that the maker gives for the phone's serial number or IMEI.</summary>
    VendorCode,

    /// <summary>A file that the maker signs for this one phone.</summary>
    VendorFile,

    /// <summary>A program of the maker, an account there, and often a wait of days.</summary>
    VendorAccount,

    /// <summary>Not with fastboot nor with a download mode: a jumper, an exploit, another tool.</summary>
    OtherTool,

    /// <summary>The maker has no way, or no longer has one.</summary>
    None,
}
