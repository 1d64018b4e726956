using System.Globalization;

namespace Espero.Benchmarks.Measuring;

/// <summary>A figure beside what it has to be. It is said, whatever it is: a benchmark does not fail because a machine is slow.</summary>
internal sealed record Bar
{
    private Bar(string figure) => Figure = figure;

    public string Figure { get; }

    private string Measured { get; init; } = "";

    private string Wanted { get; init; } = "";

    private string Word { get; init; } = "";

    public static Bar AtLeast(string figure, double measured, double limit, string unit = "") =>
        Of(figure, measured, "at least", limit, unit, measured >= limit);

    public static Bar AtMost(string figure, double measured, double limit, string unit = "") =>
        Of(figure, measured, "at most", limit, unit, measured <= limit);

    /// <summary>A figure that nothing is asked of.</summary>
    public static Bar Free(string figure, double measured, string unit) =>
        new(figure) { Measured = Number(measured, unit), Word = "no bar" };

    /// <summary>A figure that this machine cannot give.</summary>
    public static Bar Skipped(string figure, string why) => new(figure) { Word = $"SKIPPED: {why}" };

    public void Say() => Figures.Say($"{Figure,-60}{Measured,12}  {Wanted,-18}{Word}");

    private static Bar Of(string figure, double measured, string word, double limit, string unit, bool isMet) => new(figure)
    {
        Measured = Number(measured, unit),
        Wanted = $"{word} {Number(limit, unit)}",
        Word = isMet ? "met" : "missed",
    };

    private static string Number(double value, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{(value < 100 ? Math.Round(value, 2) : Math.Round(value))} {unit}").TrimEnd();
}
