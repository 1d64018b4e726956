namespace Espero.Station.Protocols.Adb;

/// <summary>Makes one word of any text, for the shell of a phone.</summary>
public static class ShellWord
{
    /// <summary>Puts the text into single quotes, within which a shell reads nothing but their end.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
