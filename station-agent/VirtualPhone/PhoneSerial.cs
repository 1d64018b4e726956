namespace Espero.VirtualPhone;

/// <summary>What a serial may look like: it travels in replies and names in people's lists.</summary>
internal static class PhoneSerial
{
    public const string Rule = "a serial has 1 to 64 letters, digits, '-', '_' or '.'";
    private const int MaxLength = 64;
    private const int RandomBytes = 4;

    public static bool IsValid(string serial) =>
        serial.Length is > 0 and <= MaxLength && serial.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    public static string New(Random random)
    {
        Span<byte> bytes = stackalloc byte[RandomBytes];
        random.NextBytes(bytes);
        return $"VP{Convert.ToHexString(bytes)}";
    }
}
