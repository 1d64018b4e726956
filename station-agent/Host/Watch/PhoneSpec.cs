using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Watch;

/// <summary>How a person names one phone: by the place where it is, or by what it calls itself.</summary>
internal abstract partial record PhoneSpec
{
    public static readonly Sentence Examples = new(
        "1-2.3, a serial, tcp:127.0.0.1:5554, udp:127.0.0.1:5554 or adb:127.0.0.1:5555",
        "1-2.3, un numéro de série, tcp:127.0.0.1:5554, udp:127.0.0.1:5554 ou adb:127.0.0.1:5555");

    public sealed record At(PortAddress Port) : PhoneSpec;

    /// <param name="Serial">As the phone tells it in any of its modes.</param>
    public sealed record Called(string Serial) : PhoneSpec;

    /// <summary>What can be a place is one: no phone calls itself like a USB port.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out PhoneSpec? spec)
    {
        spec = PortAddress.TryParse(text, number: 1, out var port) ? new At(port)
            : LooksLikeSerial().IsMatch(text) ? new Called(text)
            : null;
        return spec is not null;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{2,63}\z")]
    private static partial Regex LooksLikeSerial();
}
