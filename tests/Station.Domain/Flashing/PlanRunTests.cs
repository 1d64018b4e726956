using CsCheck;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Vocabulary;
using Assert = Xunit.Assert;

namespace Espero.Station.Domain.Tests.Flashing;

public sealed class PlanRunTests
{
    private const string PhoneId = "phone-1";

    private static readonly Permission ToWrite = Permission.For(PhoneId, new Release("release-1", PhoneId, "A. Person"));

    [Fact]
    public void Steps_are_handed_out_in_order_and_the_end_is_written()
    {
        var run = new PlanRun(Examples.PlanOf(Examples.Fetch(), Examples.Flash(), Examples.Erase()), ToWrite);

        Assert.Equal(["fetch", "flash-boot", "erase-userdata"], DoAll(run, out var end));
        Assert.Equal(new RunMove.End(RunOutcome.Written, Proof.None, Failure: null, PassedPointOfNoReturn: true), end);
    }

    [Fact]
    public void A_proof_that_was_seen_makes_it_succeeded()
    {
        var verify = new Step { Id = "verify", VerifyBoot = new VerifyBoot { Proof = Proof.BootloaderSaysSo } };
        var run = new PlanRun(Examples.PlanOf(Examples.Flash(), verify), ToWrite);

        DoAll(run, out var end);

        Assert.Equal((RunOutcome.Succeeded, Proof.BootloaderSaysSo), (end.Outcome, end.Proof));
    }

    [Fact]
    public void A_weaker_proof_than_the_one_looked_for_is_written_with_its_level()
    {
        var run = new PlanRun(Examples.PlanOf(Examples.Verify(Proof.ReadBack)), ToWrite);
        run.Next(Examples.Phone());
        run.ReportBoot(new BootVerdict.Seen(Proof.SeenOnUsb));

        var end = Assert.IsType<RunMove.End>(run.Next(Examples.Phone()));

        Assert.Equal((RunOutcome.Written, Proof.SeenOnUsb), (end.Outcome, end.Proof));
    }

    [Fact]
    public void A_wrong_system_fails_the_run_with_its_class()
    {
        var run = new PlanRun(Examples.PlanOf(Examples.Verify(Proof.ReadBack)), ToWrite);
        run.Next(Examples.Phone());
        run.ReportBoot(new BootVerdict.Failed(FailureCode.WrongSystemBooted, "other"));

        Assert.Equal(FailureCode.WrongSystemBooted, Assert.IsType<RunMove.End>(run.Next(Examples.Phone())).Failure?.FailureCode);
    }

    [Fact]
    public void A_write_after_the_proof_makes_it_worthless()
    {
        var run = new PlanRun(Examples.PlanOf(Examples.Verify(Proof.ReadBack), Examples.Flash()), ToWrite);

        DoAll(run, out var end);

        Assert.Equal((RunOutcome.Written, Proof.None), (end.Outcome, end.Proof));
    }

    [Fact]
    public void A_fallback_takes_the_place_of_what_a_person_did_not_do()
    {
        var ask = new Step { Id = "ask", Ask = new Ask { SentenceCode = "press-keys" }, Fallback = { Examples.Reboot() } };
        var run = new PlanRun(Examples.PlanOf(ask), ToWrite);
        run.Next(Examples.Phone());
        run.ReportFailed(FailureCode.HandsNotDone, "nobody came");

        Assert.Equal(["reboot"], DoAll(run, out _));
    }

    [Fact]
    public void No_fallback_helps_where_the_alarm_is_raised()
    {
        var run = new PlanRun(Examples.PlanOf(WithFallback()), ToWrite);
        run.Next(Examples.Phone());
        run.ReportFailed(FailureCode.BatteryHot, "51 °C");

        Assert.Equal(RunOutcome.Failed, Assert.IsType<RunMove.End>(run.Next(Examples.Phone())).Outcome);
    }

    [Theory]
    [InlineData(null, PhoneId)]
    [InlineData("phone-2", PhoneId)]
    [InlineData("", "")]
    public void Without_a_release_for_this_very_phone_there_is_no_permission_to_write(string? releasedPhone, string phoneId) =>
        Assert.False(Permission.For(phoneId, releasedPhone is null ? null : new Release("r", releasedPhone, "A. Person")).MayWrite);

    [Fact]
    public void An_unreleased_run_never_hands_out_a_step_that_touches_the_phone() =>
        Gen.Int[0, VerbCatalogue.All.Length - 1].Select(index => VerbCatalogue.All[index]).Array[0, 8].Sample(verbs =>
        {
            var plan = Examples.PlanOf([.. verbs.Select((verb, number) => StepOf(verb, number))]);
            var run = new PlanRun(plan, Permission.ToLook);

            var done = DoUntilItStops(run, out var last).Select(id => verbs[int.Parse(id, System.Globalization.CultureInfo.InvariantCulture)]);

            return done.All(verb => !verb.LosesData && verb.Group is VerbGroup.Acquire or VerbGroup.Gate or VerbGroup.Proof)
                && !run.PassedPointOfNoReturn
                && (last is RunMove.StopForRelease || verbs.All(verb => !verb.LosesData));
        });

    [Fact]
    public void An_unreleased_run_stops_before_a_reboot_too()
    {
        var run = new PlanRun(Examples.PlanOf(Examples.Reboot(), Examples.Flash()), Permission.ToLook);

        Assert.Equal("reboot", Assert.IsType<RunMove.StopForRelease>(run.Next(Examples.Phone())).BeforeStep.Id);
    }

    [Fact]
    public void A_step_whose_condition_does_not_hold_is_passed_over()
    {
        var flash = Examples.Flash();
        flash.Condition = Examples.When(Examples.Is("getvar.current-slot", "b"));
        var run = new PlanRun(Examples.PlanOf(flash), ToWrite);

        Assert.Equal(new RunMove.PassOver(flash), run.Next(Examples.Phone()));
        Assert.False(run.PassedPointOfNoReturn);
        Assert.IsType<RunMove.End>(run.Next(Examples.Phone()));
    }

    [Fact]
    public void A_condition_about_a_fact_that_is_not_known_ends_the_run()
    {
        var flash = Examples.Flash();
        flash.Condition = Examples.When(Examples.Is("getvar.absent", "b"));
        var run = new PlanRun(Examples.PlanOf(flash), ToWrite);

        var end = Assert.IsType<RunMove.End>(run.Next(Examples.Phone()));

        Assert.Equal(FailureCode.PhoneNotIdentified, end.Failure?.FailureCode);
    }

    [Fact]
    public void A_failed_step_ends_the_run_with_its_class()
    {
        var run = new PlanRun(Examples.PlanOf(Examples.Flash(), Examples.Erase()), ToWrite);
        run.Next(Examples.Phone());
        run.ReportFailed(FailureCode.PhoneRefused, "no");

        var end = Assert.IsType<RunMove.End>(run.Next(Examples.Phone()));

        Assert.Equal(new RunMove.End(RunOutcome.Failed, Proof.None, new Refusal(FailureCode.PhoneRefused, "flash-boot", "no"), true), end);
        Assert.Equal(end, run.Next(Examples.Phone()));
    }

    [Fact]
    public void A_fallback_takes_the_place_of_what_the_phone_refused()
    {
        var run = new PlanRun(Examples.PlanOf(WithFallback(), Examples.Reboot()), ToWrite);
        run.Next(Examples.Phone());
        run.ReportFailed(FailureCode.CommandNotSupported, "unknown command");

        Assert.Equal(["erase-cache", "erase-metadata", "reboot"], DoAll(run, out var end));
        Assert.Equal(RunOutcome.Written, end.Outcome);
    }

    [Theory]
    [InlineData(FailureCode.CableLost)]
    [InlineData(FailureCode.PhoneChanged)]
    [InlineData(FailureCode.StationFault)]
    [InlineData("made-up")]
    public void A_fallback_does_not_help_against_what_is_not_the_phones_answer(string code)
    {
        var run = new PlanRun(Examples.PlanOf(WithFallback()), ToWrite);
        run.Next(Examples.Phone());
        run.ReportFailed(code, "gone");

        Assert.Equal(RunOutcome.Failed, Assert.IsType<RunMove.End>(run.Next(Examples.Phone())).Outcome);
    }

    [Fact]
    public void Cancel_wins_only_before_the_point_of_no_return()
    {
        var early = new PlanRun(Examples.PlanOf(Examples.Fetch(), Examples.Flash()), ToWrite);
        early.Next(Examples.Phone());
        Assert.True(early.TryCancel());
        Assert.Equal(RunOutcome.Cancelled, Assert.IsType<RunMove.End>(early.Next(Examples.Phone())).Outcome);

        var late = new PlanRun(Examples.PlanOf(Examples.Flash()), ToWrite);
        late.Next(Examples.Phone());
        Assert.False(late.TryCancel());
    }

    [Fact]
    public void A_step_that_was_not_reported_cannot_be_forgotten()
    {
        var run = new PlanRun(Examples.PlanOf(Examples.Flash()), ToWrite);
        run.Next(Examples.Phone());

        Assert.Throws<InvalidOperationException>(() => run.Next(Examples.Phone()));
    }

    private static Step WithFallback()
    {
        var step = Examples.Erase();
        step.Fallback.Add(Examples.Erase("erase-cache", "cache"));
        step.Fallback.Add(Examples.Erase("erase-metadata", "metadata"));
        return step;
    }

    // Only which verb it is matters to a run.
    private static Step StepOf(Verb verb, int number)
    {
        var step = new Step { Id = $"{number}" };
        var field = Step.Descriptor.FindFieldByNumber((int)verb.Field);
        field.Accessor.SetValue(step, field.MessageType.Parser.ParseFrom([]));
        return step;
    }

    private static List<string> DoAll(PlanRun run, out RunMove.End end)
    {
        var done = DoUntilItStops(run, out var last);
        end = Assert.IsType<RunMove.End>(last);
        return done;
    }

    private static List<string> DoUntilItStops(PlanRun run, out RunMove last)
    {
        var done = new List<string>();
        while ((last = run.Next(Examples.Phone())) is RunMove.Do next)
        {
            done.Add(next.Step.Id);
            run.ReportDone();
        }

        return done;
    }
}
