using System.Collections.Immutable;
using CsCheck;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Flashing.Simulation;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Vocabulary;
using Assert = Xunit.Assert;

namespace Espero.Station.Domain.Tests.Flashing;

/// <summary>When a run has what is ahead of it checked, and what it never does without.</summary>
public sealed class PlanRunChecksTests
{
    private const string PhoneId = "phone-1";

    private static readonly Permission ToWrite = Permission.For(PhoneId, new Release("release-1", PhoneId, "A. Person"));
    private static readonly PreflightReport Clear = new([], []);

    private static readonly PreflightReport LayoutOpen =
        new([], [new OpenQuestion("flash-boot", PhoneMode.Fastbootd, "Whether super holds it.")]);

    [Fact]
    public void The_first_move_is_a_check() =>
        Assert.IsType<RunMove.Check>(new PlanRun(Examples.PlanOf(Examples.Fetch()), ToWrite).Next(Examples.Phone(), PhoneMode.Bootloader));

    [Fact]
    public void A_phone_that_arrives_in_another_mode_is_checked_before_the_next_step()
    {
        var run = Checked(Examples.Reboot(target: RebootTarget.Fastbootd), Examples.Await(PhoneMode.Fastbootd), Examples.Flash());
        Do(run, PhoneMode.Bootloader);
        Do(run, PhoneMode.Unspecified);

        Assert.IsType<RunMove.Check>(run.Next(Examples.Phone(), PhoneMode.Fastbootd));
    }

    [Fact]
    public void What_a_fallback_leads_to_is_checked_before_it_is_begun()
    {
        var flash = Examples.Flash();
        flash.Fallback.Add(Examples.Erase());
        var run = Checked(flash);
        run.Next(Examples.Phone(), PhoneMode.Bootloader);
        run.ReportFailed(FailureCode.PhoneRefused, "no");
        Look(run);

        Assert.Equal("erase-userdata", Assert.IsType<RunMove.Check>(run.Next(Examples.Phone(), PhoneMode.Bootloader)).BeforeStep.Id);
    }

    [Fact]
    public void A_reason_against_what_is_ahead_ends_the_run_and_no_fallback_takes_its_place()
    {
        var flash = Examples.Flash();
        flash.Fallback.Add(Examples.Erase());
        var run = new PlanRun(Examples.PlanOf(flash), ToWrite);
        var refusal = new Refusal(FailureCode.RollbackRefused, "", "older");

        run.ReportChecked(new PreflightReport([refusal], []), PhoneMode.Bootloader);

        Assert.Equal(refusal, Assert.IsType<RunMove.End>(run.Next(Examples.Phone(), PhoneMode.Bootloader)).Failure);
    }

    [Fact]
    public void What_only_fastbootd_knows_is_asked_there_before_the_first_write_and_once()
    {
        var run = new PlanRun(Examples.PlanOf(Examples.Fetch(), Examples.Flash()), ToWrite);
        run.ReportChecked(LayoutOpen, PhoneMode.Bootloader);
        Do(run, PhoneMode.Bootloader);

        Assert.Equal(RebootTarget.Fastbootd, Do(run, PhoneMode.Bootloader).Reboot.Target);
        Assert.Equal(PhoneMode.Fastbootd, Do(run, PhoneMode.Unspecified).AwaitMode.Mode);
        Assert.Equal(RebootTarget.Bootloader, Do(run, PhoneMode.Fastbootd).Reboot.Target);
        Assert.Equal(PhoneMode.Bootloader, Do(run, PhoneMode.Unspecified).AwaitMode.Mode);

        Assert.False(run.PassedPointOfNoReturn);
        Assert.IsType<RunMove.Check>(run.Next(Examples.Phone(), PhoneMode.Bootloader));
        run.ReportChecked(LayoutOpen, PhoneMode.Bootloader);
        Assert.Equal("flash-boot", Do(run, PhoneMode.Bootloader).Id);
    }

    [Fact]
    public void Before_a_lock_the_phone_is_asked_by_a_step_like_any_other()
    {
        var run = Checked(Examples.Erase(), Examples.Lock());
        Do(run, PhoneMode.Bootloader);

        Assert.Equal("lock", LookSteps.OwnerOf(Look(run)));
        Assert.Equal("lock", Assert.IsType<RunMove.Check>(run.Next(Examples.Phone(), PhoneMode.Bootloader)).BeforeStep.Id);
    }

    [Fact]
    public void A_look_that_fails_ends_the_run_with_what_it_failed_of()
    {
        var run = Checked(Examples.Erase(), Examples.Lock());
        Do(run, PhoneMode.Bootloader);

        Assert.IsType<RunMove.Do>(run.Next(Examples.Phone(), PhoneMode.Bootloader));
        run.ReportFailed(FailureCode.CableLost, "gone");

        Assert.Equal(FailureCode.CableLost, Assert.IsType<RunMove.End>(run.Next(Examples.Phone(), PhoneMode.Bootloader)).Failure?.FailureCode);
    }

    [Fact]
    public void Whatever_happens_on_the_way_the_rules_of_a_run_hold() => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            var chance = new Random(seed);
            var permission = chance.Next(4) == 0 ? Permission.ToLook : ToWrite;
            return new Journey(RandomPlan(chance), permission, chance).KeepsTheRules();
        },
        iter: 5000);

    private static PlanRun Checked(params Step[] steps)
    {
        var run = new PlanRun(Examples.PlanOf(steps), ToWrite);
        run.ReportChecked(Clear, PhoneMode.Bootloader);
        return run;
    }

    private static Step Do(PlanRun run, PhoneMode mode)
    {
        var step = Assert.IsType<RunMove.Do>(run.Next(Examples.Phone(), mode)).Step;
        run.ReportDone();
        return step;
    }

    private static Step Look(PlanRun run)
    {
        var step = Do(run, PhoneMode.Bootloader);
        Assert.NotNull(step.SnapshotFacts);
        return step;
    }

    private static Plan.V1.Plan RandomPlan(Random chance)
    {
        var plan = Examples.PlanOf([.. Enumerable.Range(0, chance.Next(1, 8)).Select(_ => RandomStep(chance, depth: 0))]);
        foreach (var (number, step) in plan.AllSteps().Index())
        {
            step.Id = $"{number}";
        }

        return plan;
    }

    // Only which verb it is matters to a run.
    private static Step RandomStep(Random chance, int depth)
    {
        var verb = chance.Next(4) == 0
            ? VerbCatalogue.All.Single(one => one.Name == "lock")
            : VerbCatalogue.All[chance.Next(VerbCatalogue.All.Length)];
        var field = Step.Descriptor.FindFieldByNumber((int)verb.Field);
        var step = new Step();
        field.Accessor.SetValue(step, field.MessageType.Parser.ParseFrom([]));
        step.Condition = chance.Next(8) switch
        {
            0 => Examples.When(Examples.Is("getvar.current-slot", "a")),
            1 => Examples.When(Examples.Is("getvar.current-slot", "b")),
            2 => Examples.When(Examples.Is("getvar.absent", "b")),
            _ => null,
        };
        step.Fallback.Add(Enumerable.Range(0, depth < 3 ? chance.Next(3) : 0).Select(_ => RandomStep(chance, depth + 1)));
        return step;
    }

    /// <summary>One run led by chance, with what must hold at each of its moves.</summary>
    private sealed class Journey(Plan.V1.Plan plan, Permission permission, Random chance)
    {
        private static readonly ImmutableArray<PhoneMode> Modes =
            [PhoneMode.Unspecified, PhoneMode.Bootloader, PhoneMode.Fastbootd, PhoneMode.System];

        private const int ThereAndBack = 4;

        private static readonly string[] Codes =
            [FailureCode.PhoneRefused, FailureCode.HandsNotDone, FailureCode.CableLost, FailureCode.RelockRefused, FailureCode.ImageTooBig];

        private readonly PlanRun _run = new(plan, permission);
        private readonly List<string> _handedOut = [];
        private PreflightReport? _last;
        private bool _mustCheck = true;
        private bool _isHere;
        private int _led;

        public bool KeepsTheRules()
        {
            while (true)
            {
                var mode = Modes[chance.Next(Modes.Length)];
                switch (_run.Next(Examples.Phone(), mode))
                {
                    case RunMove.Check:
                        Check(mode);
                        break;
                    case RunMove.Do(var step) when LookSteps.IsOne(step):
                        if (!MayLook(step))
                        {
                            return false;
                        }

                        _handedOut.Add(step.Id);
                        _isHere = false;
                        _run.ReportDone();
                        break;
                    case RunMove.PassOver(var step):
                        _isHere = false;
                        if (_handedOut.Contains(step.Id))
                        {
                            return false;
                        }

                        break;
                    case RunMove.Do(var step):
                        if (!MayBegin(step, mode))
                        {
                            return false;
                        }

                        Report(step);
                        break;
                    case RunMove.StopForRelease:
                        return !permission.MayWrite;
                    case RunMove.End:
                        return _run.Place.Past.Select(past => past.Step.Id).SequenceEqual(_handedOut);
                }
            }
        }

        // Elsewhere only before anything is lost, and once: there, and back.
        private bool MayLook(Step step)
        {
            var leads = step.SnapshotFacts is null;
            _led += leads ? 1 : 0;
            _mustCheck |= leads;
            return !_handedOut.Contains(step.Id) && (!leads || (_led <= ThereAndBack && !_run.PassedPointOfNoReturn));
        }

        private bool MayBegin(Step step, PhoneMode mode)
        {
            var losesData = PointOfNoReturn.IsBehind(step);
            var isFirstLoss = losesData && !_handedOut.Exists(id => plan.AllSteps().Any(one => one.Id == id && PointOfNoReturn.IsBehind(one)));
            var isFresh = !_handedOut.Contains(step.Id);
            _handedOut.Add(step.Id);
            return isFresh
                && _last is not { Refusals.IsEmpty: false }
                && (permission.MayWrite || step.VerbCase is not (Step.VerbOneofCase.Reboot or Step.VerbOneofCase.Ask) && !losesData)
                && (!losesData || (_last is not null && !_mustCheck))
                && (step.Lock is null || _isHere)
                && (mode is PhoneMode.Unspecified || !_mustCheck)
                && (!isFirstLoss || _led == ThereAndBack || mode is not (PhoneMode.Bootloader or PhoneMode.System) || _last!.Later.IsEmpty);
        }

        private void Check(PhoneMode mode)
        {
            _last = chance.Next(12) == 0 ? new PreflightReport([new Refusal(FailureCode.WrongPhone, "", "other")], [])
                : chance.Next(3) == 0 ? LayoutOpen
                : Clear;
            (_mustCheck, _isHere) = (false, true);
            _run.ReportChecked(_last, mode);
        }

        private void Report(Step step)
        {
            _isHere = false;
            if (chance.Next(3) > 0)
            {
                _run.ReportDone();
                return;
            }

            var code = Codes[chance.Next(Codes.Length)];
            _mustCheck |= step.Fallback.Count > 0;
            _run.ReportFailed(code, "no");
        }
    }
}
