using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Flashing.Simulation;

/// <summary>Carries a whole plan out on a simulated phone, step by step.</summary>
internal sealed class PlanSimulation(PreflightSubject subject)
{
    private readonly SimulatedVerbs _verbs = new(subject);

    /// <summary>The phone as the plan leaves it, and everything that was found on the way.</summary>
    public (PhoneSimulation End, Findings Findings) Run()
    {
        var simulation = PhoneSimulation.Begin(subject.Facts, subject.StartMode);
        var findings = new Findings();
        var isAhead = subject.FromStepId.Length == 0;
        foreach (var step in subject.Plan.Steps)
        {
            if (!isAhead && step.Id == subject.FromStepId)
            {
                isAhead = true;
                simulation = Arrive(simulation);
            }

            simulation = Walk(simulation, step, isAhead ? findings : new Findings());
        }

        return (simulation, findings);
    }

    /// <summary>Every step that is ahead, with the phone as it finds it.</summary>
    public IEnumerable<TracedStep> Trace()
    {
        var simulation = PhoneSimulation.Begin(subject.Facts, subject.StartMode);
        foreach (var step in subject.Plan.Steps.SkipWhile(step => subject.FromStepId.Length > 0 && step.Id != subject.FromStepId))
        {
            var isPassedOver = FactJudge.Judge(step.Condition, simulation.Facts) == Verdict.DoesNotHold;
            yield return new TracedStep(step, simulation, isPassedOver);
            simulation = Walk(simulation, step, new Findings());
        }
    }

    // What the steps before have written is simulated; how the phone stands by now was read from it.
    private PhoneSimulation Arrive(PhoneSimulation simulation) => simulation with
    {
        Facts = subject.Facts,
        Mode = subject.StartMode,
        SeenIn = PhoneSimulation.Begin(subject.Facts, subject.StartMode).SeenIn,
        IsModeSure = true,
        IsAway = false,
        IsTouched = false,
        Super = SuperSpace.Read(subject.Facts),
    };

    private PhoneSimulation Walk(PhoneSimulation before, Step step, Findings findings)
    {
        switch (FactJudge.Judge(step.Condition, before.Facts))
        {
            case Verdict.DoesNotHold:
                return before;
            case Verdict.NotKnown when before.IsFresh:
                findings.Refuse(
                    FailureCode.PhoneNotIdentified, step, "The step's condition asks for a fact that the phone does not tell.");
                return CarryOut(before, step, new Findings());
            case Verdict.NotKnown:
                findings.Ask(step, before.Mode, "Whether this step is carried out at all.");
                return CarryOut(before, step, new Findings());
            default:
                return CarryOut(before, step, findings);
        }
    }

    private PhoneSimulation CarryOut(PhoneSimulation before, Step step, Findings findings)
    {
        var found = new Findings();
        var after = _verbs.Do(before, step, found);
        var isStuck = found.Refusals.Count > 0 && found.Refusals.All(refusal => Fallbacks.Help(step, refusal.FailureCode));
        if (!isStuck || step.Fallback.Count == 0)
        {
            findings.Add(found);
            return after;
        }

        return step.Fallback.Aggregate(before, (simulation, instead) => Walk(simulation, instead, findings));
    }
}
