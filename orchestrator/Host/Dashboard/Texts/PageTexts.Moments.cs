using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Dashboard.Texts;

internal static partial class PageTexts
{
    public static readonly Sentence Seconds = new("{0} s", "{0} s");
    public static readonly Sentence Minutes = new("{0} min", "{0} min");
    public static readonly Sentence MinutesAndSeconds = new("{0} min {1:00} s", "{0} min {1:00} s");
    public static readonly Sentence HoursAndMinutes = new("{0} h {1:00} min", "{0} h {1:00}");
    public static readonly Counted Days = new(new("{0} day", "{0} jour"), new("{0} days", "{0} jours"));
    public static readonly Sentence Kilobytes = new("{0} KB", "{0} Ko");
    public static readonly Sentence Megabytes = new("{0} MB", "{0} Mo");
    public static readonly Sentence Gigabytes = new("{0} GB", "{0} Go");
    public static readonly Sentence DecimalMark = new(".", ",");
}
