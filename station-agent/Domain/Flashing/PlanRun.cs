using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Flashing;

/// <summary>
/// One run over a plan: which step is next, given how the ones before ended, and when what is ahead must be checked anew. It decides
/// and touches nothing. Not for use by two threads at once.
/// </summary>
public sealed class PlanRun
{
    private readonly Permission _permission;
    private readonly List<PastStep> _past = [];
    private readonly Stack<Step> _ahead;
    private readonly RunChecks _checks = new();
    private readonly LookSteps _looks = new();
    private (Step Step, PhoneFacts Facts)? _underWay;
    private Proof _reached = Proof.None;
    private RunMove.End? _end;

    public PlanRun(Plan.V1.Plan plan, Permission permission)
    {
        _permission = permission;
        _ahead = new Stack<Step>(plan.Steps.Reverse());
    }

    /// <summary>Whether a step that can lose data was handed out. It never becomes false again.</summary>
    public bool PassedPointOfNoReturn { get; private set; }

    /// <summary>What was done and what is ahead, for a check of it; a step under way is neither.</summary>
    public PlanPlace Place => new([.. _past], [.. _ahead]);

    /// <summary>The next move. A step that was handed out must be reported first; until then this throws.</summary>
    /// <param name="facts">The phone's facts as of now.</param>
    /// <param name="mode">Where it is; unspecified while nobody can tell, as during a restart.</param>
    public RunMove Next(PhoneFacts facts, PhoneMode mode)
    {
        if (_underWay is var (late, _))
        {
            throw new InvalidOperationException($"Step {late.Id} is under way and was not reported.");
        }

        if (_end is not null)
        {
            return _end;
        }

        if (!_ahead.TryPeek(out var step))
        {
            return _end = Finish();
        }

        if (!LookSteps.IsOne(step) && _checks.IsDueFor(step, mode))
        {
            return _checks.MustAsk(mode) ? HandOutFirst([_looks.Here(step)], facts, mode) : new RunMove.Check(step);
        }

        return FactJudge.Judge(step.Condition, facts) switch
        {
            Verdict.Holds => HandOut(step, facts, mode),
            Verdict.DoesNotHold => PassOver(),
            // Passing over could leave data behind, carrying out could lose it: neither is for a station to guess.
            Verdict.NotKnown => _end = Fail(new Refusal(
                FailureCode.PhoneNotIdentified, step.Id, "The step's condition asks for a fact that the phone does not tell.")),
        };
    }

    /// <summary>What is ahead was checked on the phone in this mode. One reason against it ends the run.</summary>
    public void ReportChecked(PreflightReport report, PhoneMode mode)
    {
        _checks.Pass(report, mode);
        if (report.Refusals is [var first, ..])
        {
            _end = Fail(first);
        }
    }

    /// <summary>The step under way is done. For verify-boot, its level of proof was seen.</summary>
    public void ReportDone()
    {
        var (step, facts) = TakeUnderWay();
        End(new PastStep(step, facts, IsDone: true, step.VerifyBoot?.Proof ?? Proof.None));
    }

    /// <summary>
    /// A verify-boot ended as <see cref="BootJudge"/> says. A weaker proof than the one it looked for is no failure: the outcome
    /// then carries the weaker level.
    /// </summary>
    public void ReportBoot(BootVerdict verdict)
    {
        switch (verdict)
        {
            case BootVerdict.Seen(var proof):
                var (step, facts) = TakeUnderWay();
                End(new PastStep(step, facts, IsDone: true, proof));
                break;
            case BootVerdict.Failed(var code, var detail):
                ReportFailed(code, detail);
                break;
        }
    }

    /// <summary>The step under way failed: its fallback is next, where the failure leaves sense in one; else the run ends.</summary>
    public void ReportFailed(string failureCode, string detail)
    {
        var (step, facts) = TakeUnderWay();
        End(new PastStep(step, facts, IsDone: false, Proof.None));
        if (step.Fallback.Count > 0 && Fallbacks.Help(step, failureCode))
        {
            Push(step.Fallback);
            _checks.Leave(); // nobody foresaw this way
        }
        else
        {
            _end = Fail(new Refusal(failureCode, step.Id, detail));
        }
    }

    /// <summary>Ends the run as cancelled if nothing that can lose data was handed out; false when it is too late or over.</summary>
    public bool TryCancel()
    {
        if (PassedPointOfNoReturn || _end is not null)
        {
            return false;
        }

        _underWay = null;
        _end = new RunMove.End(RunOutcome.Cancelled, Proof.None, Failure: null, PassedPointOfNoReturn: false);
        return true;
    }

    private RunMove HandOut(Step step, PhoneFacts facts, PhoneMode mode)
    {
        if (!_permission.MayWrite && StepTouch.Of(step) != PhoneTouch.None)
        {
            return new RunMove.StopForRelease(step);
        }

        if (PointOfNoReturn.IsBehind(step))
        {
            if (!PassedPointOfNoReturn && _checks.MustLookIn(mode) is { } unseen)
            {
                _checks.Look();
                return HandOutFirst(_looks.Elsewhere(step, unseen, back: mode), facts, mode);
            }

            PassedPointOfNoReturn = true;
            _reached = Proof.None; // what was seen before says nothing about what is written now
        }

        _underWay = (_ahead.Pop(), facts);
        _checks.Move();
        return new RunMove.Do(step);
    }

    private RunMove HandOutFirst(IReadOnlyList<Step> steps, PhoneFacts facts, PhoneMode mode)
    {
        Push(steps);
        return HandOut(steps[0], facts, mode);
    }

    private void Push(IEnumerable<Step> steps)
    {
        foreach (var step in steps.Reverse())
        {
            _ahead.Push(step);
        }
    }

    private RunMove.PassOver PassOver()
    {
        _checks.Move();
        return new RunMove.PassOver(_ahead.Pop());
    }

    private void End(PastStep step)
    {
        _past.Add(step);
        if (LookSteps.IsOne(step.Step) && step.IsDone)
        {
            _checks.Ask();
        }

        _reached = step.Seen > _reached ? step.Seen : _reached;
    }

    private (Step Step, PhoneFacts Facts) TakeUnderWay()
    {
        var taken = _underWay ?? throw new InvalidOperationException("No step is under way.");
        _underWay = null;
        return taken;
    }

    private RunMove.End Finish() => new(
        _reached >= Proof.BootloaderSaysSo ? RunOutcome.Succeeded : RunOutcome.Written, _reached, Failure: null, PassedPointOfNoReturn);

    private RunMove.End Fail(Refusal failure) => new(RunOutcome.Failed, Proof.None, failure, PassedPointOfNoReturn);
}
