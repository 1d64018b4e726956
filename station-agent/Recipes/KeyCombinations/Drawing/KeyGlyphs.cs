namespace Espero.Station.Recipes.KeyCombinations.Drawing;

/// <summary>The sign of each key inside its mark: plus, minus, the power sign, a house, a letter.</summary>
internal static class KeyGlyphs
{
    public static void Draw(Svg svg, PhoneKey key, double x, double y, string colour)
    {
        switch (key)
        {
            case PhoneKey.VolumeUp:
                svg.Path(Svg.Numbers($"M{x - 4.5} {y}H{x + 4.5}M{x} {y - 4.5}V{y + 4.5}"), "none", colour, 2.5);
                break;
            case PhoneKey.VolumeDown:
                svg.Path(Svg.Numbers($"M{x - 4.5} {y}H{x + 4.5}"), "none", colour, 2.5);
                break;
            case PhoneKey.Power:
                Power(svg, x, y, 4.5, colour);
                break;
            case PhoneKey.Home or PhoneKey.Bottom or PhoneKey.Side or PhoneKey.Pairing or PhoneKey.Board:
                svg.Circle(x, y, 3.5, colour);
                break;
            case PhoneKey.Menu:
                svg.Path(Svg.Numbers($"M{x - 4} {y - 3}H{x + 4}M{x - 4} {y}H{x + 4}M{x - 4} {y + 3}H{x + 4}"), "none", colour, 1.5);
                break;
            case PhoneKey.Bixby or PhoneKey.ControllerB:
                svg.Text(x, y + 4, 11, "B", colour);
                break;
            case PhoneKey.ForceRecovery:
                svg.Text(x, y + 3, 7, "FRC", colour);
                break;
            case PhoneKey.ControllerA:
                svg.Text(x, y + 4, 11, "A", colour);
                break;
            case PhoneKey.ControllerY:
                svg.Text(x, y + 4, 11, "Y", colour);
                break;
        }
    }

    /// <summary>A ring that is open at the top, with a bar in the opening.</summary>
    public static void Power(Svg svg, double x, double y, double radius, string colour)
    {
        var side = radius * 0.7;
        svg.Path(
            Svg.Numbers($"M{x - side} {y - side}A{radius} {radius} 0 1 0 {x + side} {y - side}M{x} {y - radius - 1.5}V{y - 0.5}"),
            "none",
            colour,
            radius / 2.4);
    }
}
