using Espero.Station.Recipes.Facts;

namespace Espero.Station.Recipes.Tests.Facts;

public sealed class PrintedNameTests
{
    [Theory]
    [InlineData("SM-A528B", "sm a528b")]
    [InlineData("Fairphone 5", " fairphone  5 ")]
    [InlineData("FP5", "fp5")]
    public void How_a_person_types_it_makes_no_other_model(string printed, string typed) =>
        Assert.True(PrintedName.AreSame(printed, typed));

    [Theory]
    [InlineData("S8", "S8+")]
    [InlineData("SM-A528B", "SM-A528")]
    [InlineData("FP5", "")]
    public void Every_other_sign_does(string printed, string typed) => Assert.False(PrintedName.AreSame(printed, typed));
}
