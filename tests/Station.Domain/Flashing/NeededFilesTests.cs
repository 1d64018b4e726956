using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Assert = Xunit.Assert;

namespace Espero.Station.Domain.Tests.Flashing;

public sealed class NeededFilesTests
{
    [Fact]
    public void What_a_step_reads_that_is_surely_passed_over_is_not_needed()
    {
        var flash = Of("other.img", "flash-other");
        flash.Condition = Examples.When(Examples.Is("getvar.current-slot", "b"));

        Assert.Equal(["boot.img"], Needed(Examples.Flash(), flash));
    }

    [Fact]
    public void A_slot_that_the_plan_sets_itself_lets_a_step_run()
    {
        var flash = Of("other.img", "flash-other");
        flash.Condition = Examples.When(Examples.Is("getvar.current-slot", "b"));

        Assert.Equal(["other.img"], Needed(new Step { Id = "slot", SetSlot = new SetSlot { Slot = Slot.B } }, flash));
    }

    [Fact]
    public void What_a_fallback_reads_is_needed_at_any_depth()
    {
        var erase = Examples.Erase();
        erase.Fallback.Add(Examples.Erase("again"));
        erase.Fallback[0].Fallback.Add(Of("deep.img", "deep"));

        Assert.Equal(["deep.img"], Needed(erase));
    }

    [Fact]
    public void A_step_that_perhaps_runs_needs_its_file()
    {
        var flash = Examples.Flash();
        flash.Condition = Examples.When(Examples.Is("getvar.absent", "b"));

        Assert.Equal(["boot.img"], Needed(flash));
    }

    [Fact]
    public void What_was_done_reads_nothing_more()
    {
        var subject = Examples.AbleSubject(Examples.Phone(), Examples.Flash(), Examples.Erase());

        Assert.Empty(NeededFiles.Of(subject with
        {
            Place = new PlanPlace([new PastStep(Examples.Flash(), Examples.Phone(), IsDone: true, Proof.None)], [Examples.Erase()]),
        }));
    }

    private static Step Of(string file, string id)
    {
        var step = Examples.Flash(id);
        step.Flash.FileName = file;
        return step;
    }

    private static ImmutableArray<string> Needed(params Step[] steps) => NeededFiles.Of(Examples.AbleSubject(Examples.Phone(), steps));
}
