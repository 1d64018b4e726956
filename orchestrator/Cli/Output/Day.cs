using System.Globalization;

namespace Espero.Cli.Output;

/// <summary>Days as tables write them and options take them: 2026-12-24, where the person is.</summary>
internal static class Day
{
    public static string Of(DateTimeOffset at) => at.ToLocalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
