using System.Collections.Immutable;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Native;

/// <summary>Cuts a text of one command a line into words with their places. Empty lines and comments (#) hold none.</summary>
internal static class ScriptLines
{
    public const int MaxLines = 2000;

    /// <summary>At least one word in each; empty when the text may not be read at all, and the errors then say why.</summary>
    public static IEnumerable<ImmutableArray<SourceScalar>> Read(string text, ErrorList errors)
    {
        if (!CharacterCheck.Pass(text, errors))
        {
            yield break;
        }

        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (number > MaxLines)
            {
                errors.Add(number, 1, NativeComplaints.TooManyLines(MaxLines));
                yield break;
            }

            var words = Words(line.TrimEnd('\r'), number, errors.FileName);
            if (!words.IsEmpty && words[0].Text[0] != '#')
            {
                yield return words;
            }
        }
    }

    private static ImmutableArray<SourceScalar> Words(string line, int number, string fileName)
    {
        var words = ImmutableArray.CreateBuilder<SourceScalar>();
        for (var start = 0; start < line.Length;)
        {
            if (line[start] is ' ' or '\t')
            {
                start++;
                continue;
            }

            var end = line.AsSpan(start).IndexOfAny(' ', '\t');
            var word = end < 0 ? line[start..] : line.Substring(start, end);
            words.Add(new SourceScalar(number, start + 1, word, isPlain: false) { FileName = fileName });
            start += word.Length;
        }

        return words.ToImmutable();
    }
}
