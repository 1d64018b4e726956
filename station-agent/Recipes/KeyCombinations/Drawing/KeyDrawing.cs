using System.Net;

namespace Espero.Station.Recipes.KeyCombinations.Drawing;

/// <summary>Draws a combination as a strip of small pictures: always the same bytes for the same combination and language.</summary>
public static class KeyDrawing
{
    private const int PanelWidth = 160;
    private const int Height = 244;
    private const int Gap = 14;

    /// <summary>A whole SVG document with a title and, as its description, the sentence; null for what no key does.</summary>
    /// <param name="language">Of the title and the description; the pictures need none.</param>
    public static string? Draw(KeyCombination combination, string language)
    {
        if (!combination.NeedsKeys || !KeyCode.TryWrite(combination, out var code))
        {
            return null;
        }

        var panels = KeyPanels.Of(combination);
        var width = (panels.Length * (PanelWidth + Gap)) - Gap;
        var isFrench = language.StartsWith("fr", StringComparison.OrdinalIgnoreCase);
        var svg = new Svg();
        svg.Raw(Svg.Numbers($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {Height}\""));
        svg.Raw(Svg.Numbers($" width=\"{width}\" height=\"{Height}\""));
        svg.Raw($" role=\"img\" lang=\"{(isFrench ? "fr" : "en")}\" aria-labelledby=\"{code}-title {code}-text\">");
        svg.Raw($"<title id=\"{code}-title\">{(isFrench ? "Touches à utiliser" : "Which keys to use")}</title>");
        svg.Raw($"<desc id=\"{code}-text\">{WebUtility.HtmlEncode(KeySentence.Of(combination).In(language))}</desc>");
        for (var i = 0; i < panels.Length; i++)
        {
            var number = i + 1;
            svg.Moved(i * (PanelWidth + Gap), 0, () => Panel(svg, panels[number - 1], number, panels.Length));
        }

        svg.Raw("</svg>");
        return svg.ToString();
    }

    private static void Panel(Svg svg, KeyPanel panel, int number, int count)
    {
        svg.Rect(1, 1, PanelWidth - 2, Height - 2, 12, Svg.Ground, "#cbd2d9", 1.5);
        if (count > 1)
        {
            svg.Circle(18, 19, 11, Svg.Line);
            svg.Text(18, 24, 14, Svg.Numbers($"{number}"), Svg.Body);
        }

        if (number < count)
        {
            svg.Path(Svg.Numbers($"M{PanelWidth + 4} 116L{PanelWidth + 10} 122L{PanelWidth + 4} 128"), "none", Svg.Quiet, 3);
        }

        if (panel.Seconds > 0)
        {
            svg.Text(134, 26, 15, Svg.Numbers($"{panel.Seconds} s"), Svg.Line);
        }

        Body(svg, panel);
        Cable(svg, panel.Cable);
    }

    private static void Body(Svg svg, KeyPanel panel)
    {
        var used = panel.Held.Concat(panel.Tapped).Concat(panel.LetGo).ToList();
        var isPhone = used.TrueForAll(key => key <= PhoneKey.Menu);
        svg.Rect(36, 38, 76, 154, 12, Svg.Body, Svg.Line, 2.5);
        svg.Rect(66, 43, 16, 3, 1.5, Svg.Quiet);
        ScreenPictures.Draw(svg, panel);
        KeyMarks.Draw(svg, panel, isPhone);
    }

    // A plug beneath the socket: in it, away from it with a cross, or on its way up.
    private static void Cable(Svg svg, PanelCable cable)
    {
        if (cable == PanelCable.None)
        {
            return;
        }

        var top = cable == PanelCable.In ? 193 : 206;
        var colour = cable == PanelCable.PluggingIn ? Svg.Accent : Svg.Line;
        svg.Rect(69, top, 10, 8, 1, Svg.Body, colour, 2);
        svg.Rect(66, top + 8, 16, 12, 3, colour);
        svg.Path(Svg.Numbers($"M74 {top + 20}V238"), "none", colour, 3.5);
        if (cable == PanelCable.PluggingIn)
        {
            svg.Path("M94 224V204M87 211L94 204L101 211", "none", colour, 3);
        }
        else if (cable == PanelCable.Out)
        {
            svg.Path("M92 206L106 220M106 206L92 220", "none", "#ba2525", 3);
        }
    }
}
