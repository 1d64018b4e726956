using System.Xml.Linq;
using Espero.Station.Recipes.KeyCombinations;
using Espero.Station.Recipes.KeyCombinations.Drawing;
using Espero.Station.Recipes.Tests.Models;

namespace Espero.Station.Recipes.Tests.KeyCombinations;

public sealed class KeyDrawingTests
{
    private static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData("keys-o-hdp", 1)]
    [InlineData("keys-o-hdp-wgacme-r", 2)]
    [InlineData("keys-o-hup-wv-rp-s1-ru", 3)]
    [InlineData("keys-o-hdp-wm-r-cud0p0recovery", 3)]
    [InlineData("keys-ox-hdp-wglg-r-a", 3)]
    [InlineData("keys-a-cud0p0recovery", 1)]
    public void A_new_picture_begins_where_a_person_waits(string code, int pictures) =>
        Assert.Equal(pictures, Draw(code, "en").Elements(Namespace + "g").Count());

    [Fact]
    public void It_says_to_who_cannot_see_it_what_it_shows()
    {
        var drawing = Draw("keys-o-hdp", "fr");

        Assert.Equal("img", drawing.Attribute("role")?.Value);
        Assert.Equal("Éteignez le téléphone. Maintenez Volume bas et Marche.", drawing.Element(Namespace + "desc")?.Value);
        Assert.Equal("Touches à utiliser", drawing.Element(Namespace + "title")?.Value);
    }

    [Theory]
    [InlineData("keys-o-hdp-wgacme-r", "|ACME")]
    [InlineData("keys-o-hd-cud0p0recovery", "|RECOVERY")]
    [InlineData("keys-a-cud0p0recovery", "RECOVERY")]
    public void What_is_waited_for_comes_after_what_is_pressed(string code, string words) => Assert.Equal(
        words,
        string.Join('|', Draw(code, "en").Elements(Namespace + "g").Select(picture => string.Concat(
            picture.Elements(Namespace + "text").Select(text => text.Value).Where(text => text.Length > 1)))));

    [Fact]
    public void It_is_the_same_every_time() =>
        Assert.Equal(Draw("keys-ri-hup", "fr").ToString(), Draw("keys-ri-hup", "fr").ToString());

    [Fact]
    public void It_holds_no_style_sheet_no_script_and_no_address()
    {
        var text = Draw("keys-o-hd-pu-wkdownload-r", "en").ToString();

        Assert.DoesNotContain("<style", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        Assert.DoesNotContain("href", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_key_does_has_no_drawing()
    {
        Assert.True(KeyCode.TryRead("keys-a", out var combination));
        Assert.Null(KeyDrawing.Draw(combination, "en"));
    }

    [Fact]
    public void Every_combination_of_the_public_data_can_be_drawn()
    {
        PublicDevices.Need();

        foreach (var text in PublicKeyTextTests.Texts("download_boot").Concat(PublicKeyTextTests.Texts("recovery_boot")))
        {
            Assert.True(KeyTextReader.TryRead(text, out var combination, out _));
            Assert.Equal(combination.NeedsKeys, KeyDrawing.Draw(combination, "fr") is { } drawing && XElement.Parse(drawing).HasElements);
        }
    }

    private static XElement Draw(string code, string language)
    {
        Assert.True(KeyCode.TryRead(code, out var combination), code);
        return XElement.Parse(KeyDrawing.Draw(combination, language)!);
    }
}
