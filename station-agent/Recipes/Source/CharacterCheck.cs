using System.Text;

namespace Espero.Station.Recipes.Source;

/// <summary>What can be refused by looking at the characters alone, before a parser sees them.</summary>
internal static class CharacterCheck
{
    public static bool Pass(string text, ErrorList errors)
    {
        if (Encoding.UTF8.GetByteCount(text) > SourceReader.MaxBytes)
        {
            errors.Add(1, 1, YamlComplaints.TooLarge(SourceReader.MaxBytes));
            return false;
        }

        var line = 1;
        var lineStart = 0;
        var indented = true; // nothing but blanks since the line began
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '\n')
            {
                (line, lineStart, indented) = (line + 1, i + 1, true);
                continue;
            }

            if (character == '\t' && indented)
            {
                errors.Add(line, i - lineStart + 1, YamlComplaints.Tab);
                indented = false; // once a line is enough
            }
            else if (IsHidden(text, i))
            {
                errors.Add(line, i - lineStart + 1, YamlComplaints.ControlCharacter);
            }

            indented &= character == ' ';
        }

        return errors.IsEmpty;
    }

    // Beside control characters: marks that turn the reading direction, which make a text look like another one, and
    // halves of characters, which no file can hold.
    private static bool IsHidden(string text, int index) => text[index] switch
    {
        '\t' or '\r' => false,
        >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => true,
        var character when char.IsHighSurrogate(character) => index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]),
        var character when char.IsLowSurrogate(character) => index == 0 || !char.IsHighSurrogate(text[index - 1]),
        var character => char.IsControl(character),
    };
}
