using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Boots;

/// <summary>
/// A system image for trials says at its very beginning who it is: the line <c>espero-trial-system</c>, then lines like
/// <c>fingerprint=…</c>, <c>version=…</c>, <c>security-patch=2024-01-05</c> and <c>built-at=1700000000</c>, then an empty line.
/// </summary>
internal static class TrialSystem
{
    private const string FirstLine = "espero-trial-system";
    private const int MaxBytes = 2048;
    private const int NameBytes = 4;

    /// <summary>Null for an image that does not say who it is.</summary>
    public static InstalledSystem? Read(ReadOnlySpan<byte> start)
    {
        var lines = Encoding.UTF8.GetString(start[..Math.Min(start.Length, MaxBytes)]).Split('\n');
        if (lines[0] != FirstLine)
        {
            return null;
        }

        var values = lines
            .TakeWhile(line => line.Length > 0)
            .Select(line => line.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .DistinctBy(pair => pair[0])
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return Of(values, "fingerprint", "version", "security-patch", "built-at");
    }

    /// <summary>The system that the values under these names describe; null without a fingerprint.</summary>
    public static InstalledSystem? Of(
        IReadOnlyDictionary<string, string> values, string fingerprint, string version, string patch, string builtAt) =>
        values.TryGetValue(fingerprint, out var named) && named.Length > 0
            ? new InstalledSystem(
                named,
                values.GetValueOrDefault(version, "14"),
                values.GetValueOrDefault(patch, "2024-01-05"),
                Seconds(values.GetValueOrDefault(builtAt)))
            : null;

    /// <summary>A name for any other image, the same whenever it starts with the same bytes.</summary>
    public static InstalledSystem Unnamed(PhoneModel model, ReadOnlySpan<byte> start)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(start).AsSpan(0, NameBytes));
        return new($"unnamed/{model.Product}/{model.Codename}:0/{name}/0:user/test-keys", "0", "1970-01-01", 0);
    }

    private static long Seconds(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;
}
