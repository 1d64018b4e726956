using Espero.Station.Domain.Flashing;

namespace Espero.Station.Domain.Tests.Flashing;

public sealed class JournalJudgeTests
{
    [Fact]
    public void An_empty_journal_means_untouched() => Assert.IsType<JournalVerdict.Untouched>(Judge());

    [Fact]
    public void Fetched_files_leave_the_phone_untouched() => Assert.IsType<JournalVerdict.Untouched>(Judge("fetch"));

    [Fact]
    public void A_begun_reboot_is_interrupted_before_the_point_of_no_return() =>
        Assert.Equal(new JournalVerdict.Interrupted(PassedPointOfNoReturn: false, "reboot"), Judge("fetch", "reboot"));

    [Fact]
    public void A_begun_write_is_interrupted_behind_it() =>
        Assert.Equal(new JournalVerdict.Interrupted(PassedPointOfNoReturn: true, "flash-boot"), Judge("fetch", "reboot", "flash-boot"));

    [Fact]
    public void A_begun_fallback_counts_like_any_step() =>
        Assert.Equal(new JournalVerdict.Interrupted(PassedPointOfNoReturn: true, "erase-userdata"), Judge("fetch", "erase-userdata"));

    [Fact]
    public void A_step_that_the_plan_does_not_hold_is_taken_for_the_worst() =>
        Assert.Equal(new JournalVerdict.Interrupted(PassedPointOfNoReturn: true, "other"), Judge("other"));

    private static JournalVerdict Judge(params string[] begun)
    {
        var reboot = Examples.Reboot();
        reboot.Fallback.Add(Examples.Erase());
        return JournalJudge.Judge(Examples.PlanOf(Examples.Fetch(), reboot, Examples.Flash()), begun.Select(id => new StepNote(id)));
    }
}
