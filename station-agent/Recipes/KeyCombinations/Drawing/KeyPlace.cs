namespace Espero.Station.Recipes.KeyCombinations.Drawing;

/// <summary>Where a key sits on the drawn phone or box, and where its mark stands beside it.</summary>
/// <param name="X">Left edge of the key.</param>
/// <param name="MarkX">Centre of the round mark.</param>
/// <param name="Away">In which direction the finger leaves: 1 to the right, -1 to the left.</param>
internal readonly record struct KeyPlace(double X, double Y, double Width, double Height, double MarkX, double MarkY, int Away)
{
    private const double Right = 112;
    private const double Left = 30;

    public static KeyPlace Of(PhoneKey key) => key switch
    {
        PhoneKey.VolumeUp => OnRight(66, 26),
        PhoneKey.VolumeDown => OnRight(98, 26),
        PhoneKey.Power => OnRight(136, 24),
        PhoneKey.Bixby => new(Left, 104, 6, 26, 14, 117, -1),
        PhoneKey.Menu => new(46, 177, 12, 6, 14, 180, -1),
        PhoneKey.Home => new(62, 176, 24, 8, 134, 180, 1),
        PhoneKey.Side or PhoneKey.ControllerB => OnRight(98, 26),
        PhoneKey.ControllerA => OnRight(136, 24),
        PhoneKey.ControllerY => OnRight(66, 26),
        PhoneKey.Bottom => new(62, 176, 24, 8, 134, 180, 1),
        PhoneKey.Pairing or PhoneKey.Board => OnRight(66, 26),
        PhoneKey.ForceRecovery => new(Left, 104, 6, 26, 14, 117, -1),
    };

    private static KeyPlace OnRight(double y, double height) => new(Right, y, 6, height, 134, y + (height / 2), 1);
}
