using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Flashing.Simulation;

/// <summary>Carries out on a simulated phone what of a plan is ahead, behind what was really carried out.</summary>
internal sealed class PlanSimulation(PreflightSubject subject)
{
    private readonly SimulatedVerbs _verbs = new(subject);

    /// <summary>Everything that is found on the way.</summary>
    public Findings Run()
    {
        var findings = new Findings();
        _ = subject.StartPlace.Ahead.Aggregate(Start(), (phone, step) => Walk(phone, step, findings));
        return findings;
    }

    /// <summary>Every step that is ahead, with the phone as it finds it.</summary>
    public IEnumerable<TracedStep> Trace() => Trace(subject.StartPlace.Ahead, Start());

    /// <summary>The same with the fallbacks, each behind the step that it would stand in for, as if that had done nothing.</summary>
    public IEnumerable<TracedStep> TraceAll() => Trace().SelectMany(WithFallback);

    private IEnumerable<TracedStep> WithFallback(TracedStep traced) => traced.IsPassedOver
        ? [traced]
        : Trace(traced.Step.Fallback, traced.Before).SelectMany(WithFallback).Prepend(traced);

    private IEnumerable<TracedStep> Trace(IEnumerable<Step> steps, PhoneSimulation phone)
    {
        foreach (var step in steps)
        {
            yield return new TracedStep(step, phone, FactJudge.Judge(step.Condition, phone.Facts) == Verdict.DoesNotHold);
            phone = Walk(phone, step, new Findings());
        }
    }

    private PhoneSimulation Start()
    {
        var now = PhoneSimulation.Begin(subject.Facts, subject.StartMode);
        var past = subject.StartPlace.Past;
        return past.IsEmpty ? now : past.Aggregate(now, Repeat).Arrive(now);
    }

    // What was current, or had slots, when the step was carried out decides what it has changed.
    private PhoneSimulation Repeat(PhoneSimulation before, PastStep past)
    {
        var then = before with { Facts = past.Facts };
        var after = _verbs.Do(then, past.Step, new Findings());
        if (!past.IsDone)
        {
            return then.Or(after).Spoilt(_verbs.Do(then with { Written = then.Written.Clear() }, past.Step, new Findings()).Written);
        }

        return past.Step.VerifyBoot is null ? after : after with { Seen = past.Seen > then.Seen ? past.Seen : then.Seen };
    }

    private PhoneSimulation Walk(PhoneSimulation before, Step step, Findings findings) => FactJudge.Judge(step.Condition, before.Facts) switch
    {
        Verdict.DoesNotHold => before,
        Verdict.NotKnown => Perhaps(before, step, findings),
        Verdict.Holds => CarryOut(before, step, findings),
    };

    // Before the point of no return the plan is checked again once the fact is known. Behind it a guess could not be taken back, so
    // the step must be able to do its work, and what follows must hold whether or not it did.
    private PhoneSimulation Perhaps(PhoneSimulation before, Step step, Findings findings)
    {
        if (before.IsFresh)
        {
            findings.Refuse(FailureCode.PhoneNotIdentified, step, "The step's condition asks for a fact that the phone does not tell.");
            return CarryOut(before, step, new Findings());
        }

        findings.Ask(step, before.Mode, "Whether this step is carried out at all.");
        return before.Or(CarryOut(before, step, before.IsPastReturn ? findings : new Findings()));
    }

    private PhoneSimulation CarryOut(PhoneSimulation before, Step step, Findings findings)
    {
        var found = new Findings();
        var after = _verbs.Do(before, step, found);
        foreach (var file in StepFiles.ReadBy(step).Where(subject.BrokenFiles.ContainsKey))
        {
            found.Refuse(FailureCode.ImageUnreadable, step, $"{file}: {subject.BrokenFiles[file]}");
        }

        var isStuck = found.Refusals.Count > 0 && found.Refusals.All(refusal => Fallbacks.Help(step, refusal.FailureCode));
        if (!isStuck || step.Fallback.Count == 0)
        {
            findings.Add(found);
            return after;
        }

        return step.Fallback.Aggregate(before, (simulation, instead) => Walk(simulation, instead, findings));
    }
}
