using System.Globalization;
using Espero.Orchestrator.Answers;

namespace Espero.Orchestrator.Dashboard.Texts;

/// <summary>Writes moments, spans and sizes the way the site writes them: its own time zone, 24 hours.</summary>
internal sealed class Moments(PageLanguage language, TimeProvider time)
{
    private static readonly TimeSpan OneMinute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan OneHour = TimeSpan.FromHours(1);
    private static readonly TimeSpan TwoDays = TimeSpan.FromDays(2);

    private const double KilobyteBytes = 1000;
    private const double MegabyteBytes = KilobyteBytes * 1000;
    private const double GigabyteBytes = MegabyteBytes * 1000;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public ShownTime Exact(DateTimeOffset at) => new(Iso(at), LocalMoment.Local(at, time).ToString("HH:mm:ss", CultureInfo.InvariantCulture));

    /// <summary>The hour alone for today, the day before it otherwise.</summary>
    public ShownTime Of(DateTimeOffset at) => new(Iso(at), language.Say(LocalMoment.Short(at, time)));

    public string Since(DateTimeOffset at) => Span(Now - at);

    public string Span(TimeSpan span) => span switch
    {
        _ when span < OneMinute => language.Say(PageTexts.Seconds, Math.Max(0, (int)span.TotalSeconds)),
        _ when span < TenMinutes && span.Seconds > 0 => language.Say(PageTexts.MinutesAndSeconds, span.Minutes, span.Seconds),
        _ when span < OneHour => language.Say(PageTexts.Minutes, span.Minutes),
        _ when span < TwoDays => language.Say(PageTexts.HoursAndMinutes, (int)span.TotalHours, span.Minutes),
        _ => language.Count(PageTexts.Days, span.Days),
    };

    public string Size(long bytes) => bytes switch
    {
        >= (long)GigabyteBytes => language.Say(PageTexts.Gigabytes, Decimal(bytes / GigabyteBytes)),
        >= (long)MegabyteBytes => language.Say(PageTexts.Megabytes, (long)(bytes / MegabyteBytes)),
        _ => language.Say(PageTexts.Kilobytes, (long)Math.Ceiling(bytes / KilobyteBytes)),
    };

    private string Decimal(double value) =>
        value.ToString("0.0", CultureInfo.InvariantCulture).Replace(".", language.Say(PageTexts.DecimalMark), StringComparison.Ordinal);

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
