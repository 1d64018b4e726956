using Espero.Plan.V1;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Source;
using Assert = Xunit.Assert;

namespace Espero.Station.Recipes.Tests.Native;

public sealed class AndroidInfoTests
{
    [Fact]
    public void A_requirement_is_asked_before_anything_can_be_lost()
    {
        var step = Only("require version-baseband=1|2");

        Assert.Equal(("getvar.version-baseband", 2), (step.Assert.Tests[0].Fact, step.Assert.Tests[0].OneOf.Values.Count));
    }

    [Fact]
    public void Without_a_word_in_front_it_is_a_requirement_too() => Assert.Equal("getvar.cpu-abi", Only("cpu-abi=arm64").Assert.Tests[0].Fact);

    [Fact]
    public void A_star_ends_a_value_that_only_begins_so() =>
        Assert.Equal(@"1\.2.*|2", Only("require version-bootloader=1.2*|2").Assert.Tests[0].Matches);

    [Fact]
    public void A_partition_that_must_exist_is_asked_for_by_its_slots() =>
        Assert.Equal("getvar.has-slot:vendor", Only("require partition-exists=vendor").Assert.Tests[0].Fact);

    [Fact]
    public void A_requirement_of_one_product_is_asked_of_that_one_only() =>
        Assert.Equal("virtual-a2", Only("require-for-product:virtual-a2 version-bootloader=3").Condition.Test.OneOf.Values[0]);

    [Fact]
    public void A_rejected_value_meets_a_step_that_cannot_hold()
    {
        var step = Only("reject version-bootloader=0.9");

        Assert.Equal("0.9", step.Condition.Test.OneOf.Values[0]);
        Assert.False(step.Assert.Tests[0].Present);
    }

    [Theory]
    [InlineData("require version-bootloader")]
    [InlineData("require =1")]
    [InlineData("require version-bootloader=")]
    [InlineData("require version-bootloader=1||2")]
    [InlineData("demand a version=1")]
    public void A_line_that_is_no_requirement_is_refused_in_its_own_file(string line)
    {
        var error = Assert.Single(Compile(line).Errors);

        Assert.Equal(("not-a-requirement", "android-info.txt", 2, 1), (error.Code, error.FileName, error.Line, error.Column));
    }

    private static Step Only(string line) => NativeExamples.Step(Compile(line), "assert");

    private static Parsed<CompiledPlan> Compile(string line) => NativeExamples
        .File("fastboot-info.txt", NativeExamples.FastbootInfo, androidInfo: $"require product=virtual-a\n{line}\n")
        .Compile(NativeExamples.Build);
}
