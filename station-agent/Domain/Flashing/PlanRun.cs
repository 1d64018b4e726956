using Espero.Plan.V1;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Flashing;

/// <summary>
/// One run over a plan: which step is next, given how the ones before ended. It decides and touches nothing. Not for use by two
/// threads at once.
/// </summary>
public sealed class PlanRun
{
    private readonly Permission _permission;
    private readonly Stack<Step> _ahead;
    private Step? _underWay;
    private Proof _reached = Proof.None;
    private RunMove.End? _end;

    public PlanRun(Plan.V1.Plan plan, Permission permission)
    {
        _permission = permission;
        _ahead = new Stack<Step>(plan.Steps.Reverse());
    }

    /// <summary>Whether a step that can lose data was handed out. It never becomes false again.</summary>
    public bool PassedPointOfNoReturn { get; private set; }

    /// <summary>The next move. A step that was handed out must be reported first; until then this throws.</summary>
    /// <param name="facts">The phone's facts as of now.</param>
    public RunMove Next(PhoneFacts facts)
    {
        if (_underWay is not null)
        {
            throw new InvalidOperationException($"Step {_underWay.Id} is under way and was not reported.");
        }

        if (_end is not null)
        {
            return _end;
        }

        if (!_ahead.TryPeek(out var step))
        {
            return _end = Finish();
        }

        return FactJudge.Judge(step.Condition, facts) switch
        {
            Verdict.Holds => HandOut(step),
            Verdict.DoesNotHold => new RunMove.PassOver(_ahead.Pop()),
            // Passing over could leave data behind, carrying out could lose it: neither is for a station to guess.
            Verdict.NotKnown => _end = Fail(new Refusal(
                FailureCode.PhoneNotIdentified, step.Id, "The step's condition asks for a fact that the phone does not tell.")),
        };
    }

    /// <summary>The step under way is done. For verify-boot, its level of proof was seen.</summary>
    public void ReportDone()
    {
        var step = TakeUnderWay();
        Reach(step.VerifyBoot?.Proof ?? Proof.None);
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
                TakeUnderWay();
                Reach(proof);
                break;
            case BootVerdict.Failed(var code, var detail):
                ReportFailed(code, detail);
                break;
        }
    }

    /// <summary>The step under way failed: its fallback is next, where the failure leaves sense in one; else the run ends.</summary>
    public void ReportFailed(string failureCode, string detail)
    {
        var step = TakeUnderWay();
        if (step.Fallback.Count > 0 && Fallbacks.Help(step, failureCode))
        {
            foreach (var instead in step.Fallback.Reverse())
            {
                _ahead.Push(instead);
            }
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

    private RunMove HandOut(Step step)
    {
        if (!_permission.MayWrite && StepTouch.Of(step) != PhoneTouch.None)
        {
            return new RunMove.StopForRelease(step);
        }

        if (step.VerbCase == Step.VerbOneofCase.Lock && _reached == Proof.None)
        {
            return _end = Fail(new Refusal(
                FailureCode.RelockRefused, step.Id, "Missing proof: first boot: the system was not seen running since the last write."));
        }

        if (PointOfNoReturn.IsBehind(step))
        {
            PassedPointOfNoReturn = true;
            _reached = Proof.None; // what was seen before says nothing about what is written now
        }

        _underWay = _ahead.Pop();
        return new RunMove.Do(step);
    }

    private void Reach(Proof proof) => _reached = proof > _reached ? proof : _reached;

    private Step TakeUnderWay()
    {
        var step = _underWay ?? throw new InvalidOperationException("No step is under way.");
        _underWay = null;
        return step;
    }

    private RunMove.End Finish() => new(
        _reached >= Proof.BootloaderSaysSo ? RunOutcome.Succeeded : RunOutcome.Written, _reached, Failure: null, PassedPointOfNoReturn);

    private RunMove.End Fail(Refusal failure) => new(RunOutcome.Failed, Proof.None, failure, PassedPointOfNoReturn);
}
