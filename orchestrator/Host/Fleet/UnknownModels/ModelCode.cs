using System.Security.Cryptography;

namespace Espero.Orchestrator.Fleet.UnknownModels;

/// <summary>Six letters and digits to read out over the telephone: no I, L, O or U, which are mistaken for others.</summary>
internal static class ModelCode
{
    public const int Length = 6;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>By chance: a code that followed from the facts would tell them to whoever tries all phones.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>
    /// As it was meant: large letters, the digits for the letters that look like them, no blanks and no hyphens. Null for what is no code.
    /// </summary>
    public static string? Read(string typed)
    {
        var plain = string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter) && letter != '-')).ToUpperInvariant()
            .Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return plain.Length == Length && plain.All(Alphabet.Contains) ? plain : null;
    }
}
