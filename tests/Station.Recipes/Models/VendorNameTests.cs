using Espero.Station.Recipes.Models;

namespace Espero.Station.Recipes.Tests.Models;

public sealed class VendorNameTests
{
    [Theory]
    [InlineData("LGE", "lg")]
    [InlineData("F(x)tec", "fxtec")]
    [InlineData("XiaoMi", "xiaomi")]
    [InlineData("Banana Pi", "bananapi")]
    [InlineData("---", "")]
    public void A_maker_has_one_spelling(string text, string name) => Assert.Equal(name, VendorName.Of(text));

    [Theory]
    [InlineData("Redmi Note 7", "xiaomi")]
    [InlineData("Nexus 6P", "google")]
    [InlineData("F(x)tec Pro1 X", "fxtec")]
    [InlineData("Volla Phone 22", "volla")]
    public void A_marketing_name_begins_with_its_maker(string title, string name) => Assert.Equal(name, VendorName.OfTitle(title));
}
