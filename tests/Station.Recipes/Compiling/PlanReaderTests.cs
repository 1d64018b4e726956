using Espero.Plan.V1;
using Espero.Station.Recipes.Compiling;
using Google.Protobuf;
using Assert = Xunit.Assert;

namespace Espero.Station.Recipes.Tests.Compiling;

public sealed class PlanReaderTests
{
    private static readonly ByteString Hash = ByteString.CopyFrom(new byte[32]);

    [Fact]
    public void A_plan_whose_steps_name_what_it_lists_is_read() => Assert.Null(FaultOf(Example()));

    [Fact]
    public void A_file_that_only_a_fallback_names_must_be_listed()
    {
        var plan = Example();
        plan.Steps[0].Fallback[0].Fallback.Add(Flash("deep", "other.img"));

        Assert.Equal("Step deep names the file other.img, which the plan does not list.", FaultOf(plan));
    }

    [Fact]
    public void A_step_may_not_bear_a_name_as_a_run_gives_to_its_own()
    {
        var plan = Example();
        plan.Steps[0].Fallback[0].Fallback.Add(Flash("first/look-1", "boot.img"));

        Assert.Equal("The step id \"first/look-1\" is not of 1 to 64 small letters, digits and . _ -.", FaultOf(plan));
    }

    [Fact]
    public void A_step_of_a_fallback_may_not_bear_another_ones_id()
    {
        var plan = Example();
        plan.Steps[0].Fallback[0].Fallback.Add(Flash("first", "boot.img"));

        Assert.Equal("The step id \"first\" is empty or comes twice.", FaultOf(plan));
    }

    [Fact]
    public void Two_files_of_one_name_are_refused()
    {
        var plan = Example();
        plan.Files.Add(plan.Files[0].Clone());

        Assert.Equal("The plan lists two files of one name.", FaultOf(plan));
    }

    private static Plan.V1.Plan Example()
    {
        var first = Flash("first", "boot.img");
        first.Fallback.Add(Flash("second", "boot.img"));
        return new Plan.V1.Plan
        {
            Format = RecipeCompiler.PlanFormat,
            Model = new Model(),
            Files = { new Plan.V1.File { Name = "boot.img", SizeBytes = 1, Sha256 = Hash } },
            Steps = { first },
        };
    }

    private static Step Flash(string id, string file) => new() { Id = id, Flash = new Flash { Partition = "boot", FileName = file } };

    private static string? FaultOf(Plan.V1.Plan plan)
    {
        var bytes = plan.ToByteString();
        return PlanReader.TryRead(bytes, CompiledPlan.HashOf(bytes.Span), out _, out var reason) ? null : reason;
    }
}
