using System.Collections.Immutable;
using System.Globalization;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Domain.Flashing.Forecast;

/// <summary>A forecast as lines for people, in French or English.</summary>
public static class ForecastText
{
    private static readonly Sentence Line = new(
        "---- point of no return: nothing below happens without a release for this very phone ----",
        "---- point de non-retour : rien de ce qui suit ne se fait sans feu vert pour ce téléphone précis ----");

    private static readonly Sentence PassedOver = new("passed over", "sautée");

    /// <param name="forecast">What to show.</param>
    /// <param name="language">A code such as "fr" or "en"; English for every other one.</param>
    public static ImmutableArray<string> Lines(PlanForecast forecast, string language)
    {
        var rows = forecast.Steps.Select(step => (step.StepId, Cells: Cells(step, language))).ToList();
        var widths = Enumerable.Range(0, 3).Select(column => rows.Select(row => row.Cells[column].Length).DefaultIfEmpty().Max()).ToArray();
        var lines = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].StepId == forecast.PointOfNoReturnStepId)
            {
                lines.Add(Line.In(language));
            }

            var (what, bytes, time) = (rows[i].Cells[0], rows[i].Cells[1], rows[i].Cells[2]);
            lines.Add($"{Number(i + 1, 3)}  {what.PadRight(widths[0])}  {bytes.PadLeft(widths[1])}  {time.PadLeft(widths[2])}".TrimEnd());
        }

        lines.Add(Total(forecast).In(language));
        return lines.ToImmutable();
    }

    private static Sentence Total(PlanForecast forecast) => new(
        $"{forecast.RecipeName}: {Bytes(forecast.TotalBytes, "en")}, about {forecast.TotalMinutes} min.",
        $"{forecast.RecipeName} : {Bytes(forecast.TotalBytes, "fr")}, environ {forecast.TotalMinutes} min.");

    private static string[] Cells(ForecastStep step, string language) =>
    [
        step.What.In(language),
        step.Bytes > 0 ? Bytes(step.Bytes, language) : "",
        step.IsPassedOver ? PassedOver.In(language) : Time(step.Time),
    ];

    private static string Bytes(ulong bytes, string language)
    {
        var isFrench = language.StartsWith("fr", StringComparison.OrdinalIgnoreCase);
        var units = isFrench ? new[] { "o", "Kio", "Mio", "Gio" } : ["B", "KiB", "MiB", "GiB"];
        var (amount, unit) = ((double)bytes, 0);
        while (amount >= 1024 && unit < units.Length - 1)
        {
            (amount, unit) = (amount / 1024, unit + 1);
        }

        var digits = amount.ToString(amount < 10 && unit > 0 ? "0.0" : "0", CultureInfo.InvariantCulture);
        return $"{(isFrench ? digits.Replace('.', ',') : digits)} {units[unit]}";
    }

    private static string Time(TimeSpan time) => time < TimeSpan.FromMinutes(2)
        ? $"{Math.Max(1, Math.Ceiling(time.TotalSeconds)).ToString("0", CultureInfo.InvariantCulture)} s"
        : $"{Math.Ceiling(time.TotalMinutes).ToString("0", CultureInfo.InvariantCulture)} min";

    private static string Number(int number, int width) => number.ToString(CultureInfo.InvariantCulture).PadLeft(width);
}
