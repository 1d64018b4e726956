using Espero.Station.Recipes.KeyCombinations;

namespace Espero.Station.Recipes.Tests.KeyCombinations;

public sealed class KeySentenceTests
{
    [Theory]
    [InlineData(
        "keys-o-hdp",
        "Turn the phone off. Hold Volume Down and Power.",
        "Éteignez le téléphone. Maintenez Volume bas et Marche.")]
    [InlineData(
        "keys-ox-hd-wgacme-r",
        "Turn the phone off and unplug the USB cable. Hold Volume Down until the ACME logo appears, then let go.",
        "Éteignez le téléphone et débranchez le câble USB. Maintenez Volume bas jusqu'à ce que le logo ACME apparaisse, puis relâchez.")]
    [InlineData(
        "keys-o-hu-pu",
        "Turn the phone off. Hold Volume Up, then plug in the USB cable.",
        "Éteignez le téléphone. Maintenez Volume haut, puis branchez le câble USB.")]
    [InlineData(
        "keys-o-hd-cud0p0recovery",
        "Turn the phone off. Hold Volume Down. Choose “RECOVERY” with the volume keys, then confirm with Power.",
        "Éteignez le téléphone. Maintenez Volume bas. Choisissez « RECOVERY » avec les touches de volume, puis validez avec Marche.")]
    [InlineData("keys-a", "No key is needed: the station restarts the phone.", "Aucune touche : le poste redémarre le téléphone.")]
    public void A_combination_is_said_in_both_languages(string code, string english, string french)
    {
        Assert.True(KeyCode.TryRead(code, out var combination));
        var sentence = KeySentence.Of(combination);

        Assert.Equal(english, sentence.English);
        Assert.Equal(french, sentence.French);
    }
}
