using System.Globalization;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Flashing.Preflight;

/// <summary>
/// The battery is charged and cool. Public, because it is asked again before every step. Whether it is swollen only a person sees:
/// who sees it says so instead of the release, which nothing begins without.
/// </summary>
public static class BatteryCheck
{
    /// <summary>In percent.</summary>
    public const int LeastCharge = 30;

    /// <summary>In degrees Celsius. From here on the phone is neither charged nor written.</summary>
    public const decimal HotCelsius = 45;

    // What is left of a lithium cell below this is gone within minutes of writing.
    private const int LeastMillivolts = 3600;

    /// <summary>Every reason to stop; what the phone does not tell is none.</summary>
    public static IEnumerable<Refusal> Run(PhoneFacts facts)
    {
        var health = facts.Find("battery.health");
        var celsius = Number(facts.Find("battery.temperature"));
        if (celsius >= HotCelsius || health == "overheat")
        {
            var found = celsius is { } heat
                ? $"The battery has {Text(heat)} °C; {HotCelsius} °C is too hot."
                : "battery.health is \"overheat\".";
            yield return new Refusal(FailureCode.BatteryHot, "", found);
        }

        if (Low(facts) is { } low)
        {
            yield return new Refusal(FailureCode.BatteryLow, "", low);
        }
    }

    /// <summary>Only what endangers people, which counts at any time.</summary>
    public static IEnumerable<Refusal> Alarms(PhoneFacts facts) =>
        Run(facts).Where(refusal => FailureCatalogue.Find(refusal.FailureCode) is { RaisesAlarm: true });

    private static string? Low(PhoneFacts facts)
    {
        var charge = Number(facts.Find("battery.level") ?? facts.Getvar("battery-soc")?.TrimEnd('%', ' '));
        if (charge < LeastCharge)
        {
            return $"The battery is at {Text(charge.Value)} %; at least {LeastCharge} % is needed.";
        }

        if (facts.Getvar("battery-soc-ok") == "no")
        {
            return "getvar.battery-soc-ok is \"no\".";
        }

        if (charge is not null)
        {
            return null;
        }

        // "3820", "3820mV"; some count in microvolts.
        var volts = Number(facts.Getvar("battery-voltage")?.TrimEnd('m', 'V', ' '));
        var millivolts = volts > 100_000 ? volts / 1000 : volts;
        return millivolts < LeastMillivolts
            ? $"The battery has {Text(millivolts.Value)} mV; at least {LeastMillivolts} mV is needed."
            : null;
    }

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
