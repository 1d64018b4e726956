using System.Security.Cryptography;
using System.Text;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>Six letters and digits to read out over the telephone: no I, L, O or U, which are mistaken for others.</summary>
internal static class VerdictCode
{
    public const int Length = 6;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <param name="attempt">Another code for facts whose first one is taken by others: two in a billion share one.</param>
    public static string Of(string facts, int attempt)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{attempt} {facts}"));
        return string.Concat(hash.Take(Length).Select(part => Alphabet[part % Alphabet.Length]));
    }

    /// <summary>As it was meant: large letters, and the digits for the letters that look like them.</summary>
    public static string Plain(string typed) => typed.Trim().ToUpperInvariant()
        .Replace('O', '0').Replace('I', '1').Replace('L', '1').Replace("-", "", StringComparison.Ordinal);
}
