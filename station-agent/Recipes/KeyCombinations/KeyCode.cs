using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>
/// A combination as one kebab-case word, so that it travels as the sentence and the picture of an <c>ask</c> and whoever shows it
/// needs no table: "keys-o-hdp-wkfastboot-r" is "off; hold Volume Down and Power until FASTBOOT; let go".
/// </summary>
public static partial class KeyCode
{
    /// <summary>What every such code begins with.</summary>
    public const string Prefix = "keys-";

    /// <summary>As long as a recipe's codes may be.</summary>
    public const int MaxLength = 64;

    private const string Powers = "aorsn"; // in the order of PowerState
    private const string Cables = "-ix"; // in the order of CableState; the first is not written
    private const string LeavingMark = "x";

    /// <summary>False when it would be longer than a code may be.</summary>
    public static bool TryWrite(KeyCombination combination, [NotNullWhen(true)] out string? code)
    {
        var start = $"{Powers[(int)combination.Start]}{(combination.Cable == CableState.Any ? "" : Cables[(int)combination.Cable])}";
        var steps = combination.Steps.Select(KeyStepCode.Write).Prepend(start);
        var leaving = combination.Leaving.Select(KeyStepCode.Write).Prepend(LeavingMark);
        code = Prefix + string.Join('-', combination.Leaving.IsEmpty ? steps : steps.Concat(leaving));
        if (code.Length > MaxLength)
        {
            code = null;
        }

        return code is not null;
    }

    public static bool TryRead(string code, [NotNullWhen(true)] out KeyCombination? combination)
    {
        combination = null;
        if (code.Length > MaxLength || !code.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        // A doubled hyphen is a space inside a word of the screen.
        var parts = Single().Split(code[Prefix.Length..]);
        var power = parts[0] is { Length: 1 or 2 } start ? Powers.IndexOf(start[0], StringComparison.Ordinal) : -1;
        var cable = parts[0] is [_, var letter] ? Cables.IndexOf(letter, StringComparison.Ordinal) : 0;
        if (power < 0 || cable < 0)
        {
            return false;
        }

        var steps = ImmutableArray.CreateBuilder<KeyStep>();
        var leaving = ImmutableArray.CreateBuilder<KeyStep>();
        var current = steps;
        foreach (var part in parts.Skip(1))
        {
            if (part == LeavingMark)
            {
                current = leaving;
            }
            else if (KeyStepCode.Read(part) is { } step)
            {
                current.Add(step);
            }
            else
            {
                return false;
            }
        }

        combination = new KeyCombination((PowerState)power, (CableState)cable, steps.ToImmutable(), leaving.ToImmutable());
        return true;
    }

    internal static string Word(string text) => text.ToLower(CultureInfo.InvariantCulture).Replace(" ", "--", StringComparison.Ordinal);

    internal static string Text(string word) => word.ToUpper(CultureInfo.InvariantCulture).Replace("--", " ", StringComparison.Ordinal);

    [GeneratedRegex("(?<!-)-(?!-)")]
    private static partial Regex Single();
}
