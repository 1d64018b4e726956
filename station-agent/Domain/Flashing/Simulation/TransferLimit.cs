using System.Globalization;
using Espero.Station.Domain.Phones;

namespace Espero.Station.Domain.Flashing.Simulation;

/// <summary>How many bytes a phone takes in one download (AOSP fastboot/README.md, "max-download-size").</summary>
internal static class TransferLimit
{
    /// <summary>Hexadecimal with 0x; some bootloaders write it without, as a decimal number. Null when the phone does not say.</summary>
    public static ulong? Read(PhoneFacts facts)
    {
        var text = facts.Getvar("max-download-size") ?? "";
        var isHexadecimal = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var digits = isHexadecimal ? text.AsSpan(2) : text;
        var style = isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return ulong.TryParse(digits, style, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : null;
    }
}
