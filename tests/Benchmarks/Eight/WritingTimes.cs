using System.Globalization;
using System.Text.RegularExpressions;

namespace Espero.Benchmarks.Eight;

/// <summary>When an attempt wrote its image, by the log that the station keeps of it.</summary>
internal static partial class WritingTimes
{
    public static (DateTimeOffset Began, DateTimeOffset Ended) Of(string stationFolder, string jobId)
    {
        var log = Path.Combine(stationFolder, "logs", $"{jobId}-1.log"); // its first attempt's
        var times = File.ReadLines(log).Select(line => FlashStep().Match(line)).Where(match => match.Success)
            .ToDictionary(match => match.Groups["what"].Value, match => Time(match.Groups["time"].Value), StringComparer.Ordinal);
        return (times["began"], times["ended"]);
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<time>\S+) step flash-\S+ (?<what>began|ended)")]
    private static partial Regex FlashStep();
}
