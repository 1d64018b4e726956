namespace Espero.VirtualPhone.Models;

/// <summary>How a bootloader writes a number of bytes.</summary>
public enum SizeNotation
{
    Hexadecimal,
    HexadecimalWithoutPrefix,
    DecimalDigits,
}
