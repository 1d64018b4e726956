using System.Collections.Immutable;
using System.Globalization;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Answers;

/// <summary>Moments as every text for people writes them: the time zone of the sites, 24 hours, the year only when it is another one.</summary>
internal static class LocalMoment
{
    private static readonly ImmutableArray<Sentence> Months =
    [
        new("Jan", "janv."), new("Feb", "févr."), new("Mar", "mars"), new("Apr", "avril"), new("May", "mai"), new("Jun", "juin"),
        new("Jul", "juil."), new("Aug", "août"), new("Sep", "sept."), new("Oct", "oct."), new("Nov", "nov."), new("Dec", "déc."),
    ];

    /// <summary>Day and hour: "12 Mar, 14:05".</summary>
    /// <param name="time">Its zone is that of the sites.</param>
    public static Sentence Of(DateTimeOffset at, TimeProvider time)
    {
        var (local, today) = (Local(at, time), Local(time.GetUtcNow(), time));
        var (month, hour) = (Months[local.Month - 1], Hour(at, time));
        var year = local.Year == today.Year ? "" : string.Create(CultureInfo.InvariantCulture, $" {local.Year}");
        return new Sentence($"{local.Day} {month.English}{year}, {hour}", $"{local.Day} {month.French}{year} à {hour}");
    }

    /// <summary>The hour alone for today, the day before it otherwise.</summary>
    public static Sentence Short(DateTimeOffset at, TimeProvider time) => Local(at, time).Date == Local(time.GetUtcNow(), time).Date
        ? new Sentence(Hour(at, time), Hour(at, time))
        : Of(at, time);

    public static DateTimeOffset Local(DateTimeOffset at, TimeProvider time) => TimeZoneInfo.ConvertTime(at, time.LocalTimeZone);

    private static string Hour(DateTimeOffset at, TimeProvider time) =>
        Local(at, time).ToString("HH:mm", CultureInfo.InvariantCulture);
}
