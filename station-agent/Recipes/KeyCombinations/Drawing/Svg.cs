using System.Globalization;
using System.Net;
using System.Text;

namespace Espero.Station.Recipes.KeyCombinations.Drawing;

/// <summary>
/// Writes SVG with attributes only: no style sheet and no script, so that it is shown alike inside a page, as an image and under
/// a strict content policy. The colours stand on the drawing's own ground, on light pages and on dark ones.
/// </summary>
internal sealed class Svg
{
    public const string Ground = "#f6f7f9";
    public const string Line = "#1f2933";
    public const string Quiet = "#9aa5b1";
    public const string Body = "#ffffff";
    public const string Dark = "#323f4b";
    public const string Accent = "#0552b5";
    public const string Blue = "#2186eb";

    private readonly StringBuilder _text = new();

    public void Raw(string markup) => _text.Append(markup);

    public void Rect(
        double x, double y, double width, double height, double round, string fill, string? stroke = null, double line = 2) =>
        _text
            .Append(Numbers($"<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{round}\""))
            .Append(Paint(fill, stroke, line));

    public void Circle(double x, double y, double radius, string fill, string? stroke = null, double line = 2) =>
        _text.Append(Numbers($"<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"")).Append(Paint(fill, stroke, line));

    public void Path(string data, string fill, string? stroke = null, double line = 2) =>
        _text.Append($"<path d=\"{data}\"").Append(Paint(fill, stroke, line));

    public void Text(double x, double y, double size, string text, string fill) => _text
        .Append(Numbers($"<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\""))
        .Append(fill)
        .Append("\" text-anchor=\"middle\" font-family=\"sans-serif\" font-weight=\"bold\">")
        .Append(WebUtility.HtmlEncode(text))
        .Append("</text>");

    /// <summary>What is drawn inside is moved by this much.</summary>
    public void Moved(double x, double y, Action draw)
    {
        _text.Append(Numbers($"<g transform=\"translate({x} {y})\">"));
        draw();
        _text.Append("</g>");
    }

    /// <summary>The same number looks the same everywhere.</summary>
    public static string Numbers(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    public override string ToString() => _text.ToString();

    private static string Paint(string fill, string? stroke, double line) => stroke is null
        ? $" fill=\"{fill}\"/>"
        : Numbers($" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{line}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>");
}
