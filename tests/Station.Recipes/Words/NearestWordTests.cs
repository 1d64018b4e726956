using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Tests.Words;

public sealed class NearestWordTests
{
    [Theory]
    [InlineData("flsh", "flash")]
    [InlineData("FLASH", "flash")]
    [InlineData("ersae", "erase")]
    [InlineData("set_slot", "set-slot")]
    [InlineData("xyzzy", null)]
    [InlineData("", null)]
    public void A_slip_finds_its_word_and_another_word_finds_none(string word, string? nearest) =>
        Assert.Equal(nearest, NearestWord.To(word, ["fetch", "flash", "erase", "set-slot"]));
}
