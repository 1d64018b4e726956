namespace Espero.Station.Recipes.KeyCombinations.Drawing;

/// <summary>
/// Draws the keys and what the fingers do: a filled mark is held, a double ring is pressed for a moment, a thin ring with an arrow
/// away is let go. The shape tells it without the colour.
/// </summary>
internal static class KeyMarks
{
    private const double Radius = 12;

    private static readonly PhoneKey[] OnEveryPhone = [PhoneKey.VolumeUp, PhoneKey.VolumeDown, PhoneKey.Power];

    public static void Draw(Svg svg, KeyPanel panel, bool isPhone)
    {
        var used = panel.Held.Concat(panel.Tapped).Concat(panel.LetGo).ToHashSet();
        foreach (var key in (isPhone ? OnEveryPhone : []).Union(used).Order())
        {
            var place = KeyPlace.Of(key);
            var isPressed = panel.Held.Contains(key) || panel.Tapped.Contains(key);
            svg.Rect(place.X, place.Y, place.Width, place.Height, 3, isPressed ? Svg.Accent : Svg.Quiet);
        }

        foreach (var key in used.Order())
        {
            Mark(svg, key, panel);
        }
    }

    private static void Mark(Svg svg, PhoneKey key, KeyPanel panel)
    {
        var place = KeyPlace.Of(key);
        if (panel.Held.Contains(key))
        {
            svg.Circle(place.MarkX, place.MarkY, Radius, Svg.Accent, Svg.Accent);
            KeyGlyphs.Draw(svg, key, place.MarkX, place.MarkY, Svg.Body);
        }
        else if (panel.Tapped.Contains(key))
        {
            svg.Circle(place.MarkX, place.MarkY, Radius, Svg.Body, Svg.Accent);
            svg.Circle(place.MarkX, place.MarkY, Radius - 3.5, "none", Svg.Accent, 1.5);
            KeyGlyphs.Draw(svg, key, place.MarkX, place.MarkY, Svg.Accent);
        }
        else
        {
            svg.Circle(place.MarkX, place.MarkY, Radius, Svg.Body, Svg.Line, 1);
            KeyGlyphs.Draw(svg, key, place.MarkX, place.MarkY, Svg.Quiet);
            Away(svg, place);
        }
    }

    // An arrow above the mark that points away from the phone.
    private static void Away(Svg svg, KeyPlace place)
    {
        var from = place.MarkX - (place.Away * 8);
        var to = place.MarkX + (place.Away * 10);
        var y = place.MarkY - Radius - 3;
        var barb = to - (place.Away * 4);
        svg.Path(Svg.Numbers($"M{from} {y}H{to}M{barb} {y - 3}L{to} {y}L{barb} {y + 3}"), "none", Svg.Line, 1.5);
    }
}
