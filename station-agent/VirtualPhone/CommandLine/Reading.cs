using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Espero.VirtualPhone.Faults;

namespace Espero.VirtualPhone.CommandLine;

/// <summary>Turns the words of the command line into values; null is a word that means nothing.</summary>
internal static class Reading
{
    public const int MaxSeconds = 3600;
    private const int MaxPercent = 100;
    public const string TcpScheme = "tcp:";
    public const string UdpScheme = "udp:";
    private const int MaxCelsius = 100;
    private const int TenthsPerDegree = 10;

    /// <summary>A parser for one word, which complains in the given words.</summary>
    public static Func<ArgumentResult, T?> Of<T>(Func<string, T?> read, Func<string, string> complaint)
        where T : class =>
        result => read(result.Tokens[0].Value) ?? Refuse<T?>(result, complaint(result.Tokens[0].Value));

    /// <summary>The same for values that are no classes.</summary>
    public static Func<ArgumentResult, T?> OfValue<T>(Func<string, T?> read, Func<string, string> complaint)
        where T : struct =>
        result => read(result.Tokens[0].Value) ?? Refuse<T?>(result, complaint(result.Tokens[0].Value));

    public static IPEndPoint? ListenAddress(string text, string scheme) =>
        text.StartsWith(scheme, StringComparison.Ordinal)
        && text.LastIndexOf(':') > scheme.Length // an address without a port would be read as port 0
        && IPEndPoint.TryParse(text[scheme.Length..], out var address)
            ? address
            : null;

    public static bool? OnOff(string? text) => text switch
    {
        "on" => true,
        "off" => false,
        _ => null,
    };

    public static AdbTrust? Trust(string text) => text switch
    {
        "anybody" => AdbTrust.Anybody,
        "ask" => AdbTrust.Ask,
        "accept" => AdbTrust.Accept,
        _ => null,
    };

    /// <summary>1 and more; decimal, or hexadecimal with 0x.</summary>
    public static long? ByteCount(string text)
    {
        var (digits, style) = text.StartsWith("0x", StringComparison.Ordinal)
            ? (text[2..], NumberStyles.AllowHexSpecifier)
            : (text, NumberStyles.None);
        return long.TryParse(digits, style, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : null;
    }

    /// <summary>A byte count that fits the eight hexadecimal digits of <c>download:</c>.</summary>
    public static long? DownloadSize(string text) => ByteCount(text) is <= uint.MaxValue and var bytes ? bytes : null;

    public static int? Percent(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= MaxPercent ? percent : null;

    /// <summary>Degrees Celsius from 0 to 100, as tenths.</summary>
    public static int? Temperature(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var celsius) && celsius <= MaxCelsius
            ? (int)(celsius * TenthsPerDegree)
            : null;

    public static TimeSpan? Seconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= MaxSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;

    public static Fault[]? Faults(ArgumentResult result)
    {
        var parsings = result.Tokens.Select(token => FaultParser.Parse(token.Value)).ToList();
        foreach (var parsing in parsings.Where(parsing => !parsing.Understood))
        {
            result.AddError(parsing.Error!);
        }

        return [.. parsings.SelectMany(parsing => parsing.Faults)];
    }

    private static T? Refuse<T>(ArgumentResult result, string complaint)
    {
        result.AddError(complaint);
        return default;
    }
}
