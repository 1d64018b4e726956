using System.Collections.Immutable;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Dashboard.Texts;

internal static partial class PageTexts
{
    public static readonly Sentence DayAndTime = new("{0} {1}, {2}", "{0} {1} à {2}");
    public static readonly Sentence DayYearAndTime = new("{0} {1} {2}, {3}", "{0} {1} {2} à {3}");
    public static readonly Sentence Seconds = new("{0} s", "{0} s");
    public static readonly Sentence Minutes = new("{0} min", "{0} min");
    public static readonly Sentence MinutesAndSeconds = new("{0} min {1:00} s", "{0} min {1:00} s");
    public static readonly Sentence HoursAndMinutes = new("{0} h {1:00} min", "{0} h {1:00}");
    public static readonly Counted Days = new(new("{0} day", "{0} jour"), new("{0} days", "{0} jours"));
    public static readonly Sentence Kilobytes = new("{0} KB", "{0} Ko");
    public static readonly Sentence Megabytes = new("{0} MB", "{0} Mo");
    public static readonly Sentence Gigabytes = new("{0} GB", "{0} Go");
    public static readonly Sentence DecimalMark = new(".", ",");

    public static readonly ImmutableArray<Sentence> Months =
    [
        new("Jan", "janv."), new("Feb", "févr."), new("Mar", "mars"), new("Apr", "avril"), new("May", "mai"), new("Jun", "juin"),
        new("Jul", "juil."), new("Aug", "août"), new("Sep", "sept."), new("Oct", "oct."), new("Nov", "nov."), new("Dec", "déc."),
    ];
}
