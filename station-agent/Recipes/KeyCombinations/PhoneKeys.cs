using System.Collections.Immutable;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>The letter of each key in a code, and what people call it.</summary>
public static class PhoneKeys
{
    private static readonly ImmutableArray<(PhoneKey Key, char Letter, Sentence Name)> Table =
    [
        (PhoneKey.VolumeUp, 'u', new("Volume Up", "Volume haut")),
        (PhoneKey.VolumeDown, 'd', new("Volume Down", "Volume bas")),
        (PhoneKey.Power, 'p', new("Power", "Marche")),
        (PhoneKey.Home, 'h', new("Home", "Accueil")),
        (PhoneKey.Bixby, 'b', new("Bixby", "Bixby")),
        (PhoneKey.Menu, 'm', new("Menu", "Menu")),
        (PhoneKey.Side, 's', new("the side button", "le bouton latéral")),
        (PhoneKey.Bottom, 't', new("the button underneath", "le bouton du dessous")),
        (PhoneKey.Pairing, 'g', new("the pairing button", "le bouton d'appairage")),
        (PhoneKey.ForceRecovery, 'f', new("FRC REC", "FRC REC")),
        (PhoneKey.Board, 'w', new("the button on the board", "le bouton de la carte")),
        (PhoneKey.ControllerA, '1', new("A on the controller", "A sur la manette")),
        (PhoneKey.ControllerB, '2', new("B on the controller", "B sur la manette")),
        (PhoneKey.ControllerY, '3', new("Y on the controller", "Y sur la manette")),
    ];

    public static Sentence NameOf(PhoneKey key) => Table.First(entry => entry.Key == key).Name;

    internal static char LetterOf(PhoneKey key) => Table.First(entry => entry.Key == key).Letter;

    internal static PhoneKey? OfLetter(char letter)
    {
        foreach (var entry in Table)
        {
            if (entry.Letter == letter)
            {
                return entry.Key;
            }
        }

        return null;
    }
}
