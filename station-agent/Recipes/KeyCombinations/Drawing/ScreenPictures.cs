namespace Espero.Station.Recipes.KeyCombinations.Drawing;

/// <summary>Draws what the phone shows. The screen is 64 by 112 with its corner at (42, 52).</summary>
internal static class ScreenPictures
{
    private const double X = 42;
    private const double Y = 52;
    private const double Width = 64;
    private const double Height = 112;
    private const double MiddleX = X + (Width / 2);
    private const double MiddleY = Y + (Height / 2);

    public static void Draw(Svg svg, KeyPanel panel)
    {
        var isDark = panel.Screen
            is PanelScreen.Off or PanelScreen.Word or PanelScreen.Logo or PanelScreen.BlueText or PanelScreen.Computer;
        svg.Rect(X, Y, Width, Height, 4, isDark ? Svg.Dark : panel.Screen == PanelScreen.Light ? "#fff3c4" : "#e4e7eb");
        switch (panel.Screen)
        {
            case PanelScreen.Off:
                KeyGlyphs.Power(svg, MiddleX, MiddleY, 11, Svg.Quiet);
                svg.Path(Svg.Numbers($"M{MiddleX - 15} {MiddleY + 15}L{MiddleX + 15} {MiddleY - 15}"), "none", Svg.Body, 3);
                break;
            case PanelScreen.Starts:
                KeyGlyphs.Power(svg, MiddleX, MiddleY, 11, Svg.Line);
                break;
            case PanelScreen.Restart:
                svg.Path("M86 104A13 13 0 1 1 79 96M87 95V105H77", "none", Svg.Line, 3);
                break;
            case PanelScreen.Word:
                Words(svg, panel.Text, Svg.Body);
                break;
            case PanelScreen.Logo:
                Logo(svg, panel.Text);
                break;
            case PanelScreen.Menu:
                Menu(svg, "");
                break;
            case PanelScreen.Choice:
                Menu(svg, panel.Text);
                break;
            case PanelScreen.Update:
                svg.Path("M74 90V116M65 107L74 116L83 107M60 125H88", "none", Svg.Line, 3);
                break;
            case PanelScreen.Light:
                Rays(svg);
                break;
            case PanelScreen.Vibration:
                svg.Path("M24 80L19 88L24 96L19 104M16 82L12 90L16 98", "none", Svg.Line, 2);
                break;
            case PanelScreen.BlueText:
                svg.Path(Svg.Numbers($"M{X + 6} {Y + 10}H{X + 42}M{X + 6} {Y + 18}H{X + 32}"), "none", "#62b0f9", 3);
                break;
            case PanelScreen.Flashes:
                Rays(svg);
                svg.Text(MiddleX, Y + Height - 12, 16, "2×", Svg.Line);
                break;
            case PanelScreen.Lamps:
                svg.Circle(MiddleX - 14, MiddleY, 5, Svg.Blue);
                svg.Circle(MiddleX, MiddleY, 5, Svg.Blue);
                svg.Circle(MiddleX + 14, MiddleY, 5, Svg.Blue);
                break;
            case PanelScreen.Computer:
                svg.Rect(MiddleX - 16, MiddleY - 14, 32, 21, 2, "none", Svg.Body, 2.5);
                svg.Path(Svg.Numbers($"M{MiddleX - 21} {MiddleY + 13}H{MiddleX + 21}"), "none", Svg.Body, 3);
                break;
            case PanelScreen.BlueLight:
                svg.Circle(MiddleX, Y - 6, 4, Svg.Blue, Svg.Accent, 1);
                break;
            case PanelScreen.BlueStar:
                svg.Path(Star(), Svg.Blue);
                break;
            case PanelScreen.Plain:
                break;
        }
    }

    private static void Menu(Svg svg, string item)
    {
        svg.Rect(X + 5, Y + 16, Width - 10, 9, 2, "#cbd2d9");
        svg.Rect(X + 5, Y + 84, Width - 10, 9, 2, "#cbd2d9");
        svg.Rect(X + 3, MiddleY - 20, Width - 6, 40, 4, Svg.Dark);
        Words(svg, item.Length == 0 ? "•••" : item, Svg.Body);
    }

    private static void Logo(Svg svg, string name)
    {
        if (name.Length == 0)
        {
            svg.Circle(MiddleX, MiddleY, 13, "none", Svg.Body, 3);
            svg.Circle(MiddleX, MiddleY, 4, Svg.Body);
            return;
        }

        Words(svg, name, Svg.Body);
    }

    // One word a line, as large as the longest allows.
    private static void Words(Svg svg, string text, string colour)
    {
        var lines = text.Split(' ');
        var size = Math.Min(14, Math.Min(76.0 / lines.Max(line => line.Length), 38.0 / lines.Length));
        size = Math.Floor(size * 2) / 2;
        for (var i = 0; i < lines.Length; i++)
        {
            svg.Text(MiddleX, MiddleY + (size * 0.35) + ((i - ((lines.Length - 1) / 2.0)) * (size + 1)), size, lines[i], colour);
        }
    }

    private static void Rays(Svg svg)
    {
        svg.Circle(MiddleX, MiddleY, 9, "#f7c948", Svg.Line, 2);
        svg.Path("M74 88V93M74 123V128M54 108H59M89 108H94", "none", Svg.Line, 2.5);
    }

    private static string Star()
    {
        var points = Enumerable.Range(0, 10).Select(i =>
        {
            var radius = i % 2 == 0 ? 17 : 7;
            var angle = (Math.PI * i / 5) - (Math.PI / 2);
            var x = Math.Round(MiddleX + (radius * Math.Cos(angle)), 1);
            var y = Math.Round(MiddleY + (radius * Math.Sin(angle)), 1);
            return Svg.Numbers($"{x} {y}");
        });
        return $"M{string.Join('L', points)}Z";
    }
}
