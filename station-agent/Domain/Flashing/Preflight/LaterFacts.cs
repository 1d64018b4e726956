using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Simulation;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Flashing.Preflight;

/// <summary>
/// Which facts a plan will still be able to read before its point of no return: a phone that is plugged in while its system runs
/// does not show its bootloader's variables yet.
/// </summary>
internal sealed class LaterFacts
{
    private readonly PreflightSubject _subject;
    private readonly ImmutableArray<(PhoneMode Mode, string StepId)> _arrivals;

    private LaterFacts(PreflightSubject subject, ImmutableArray<(PhoneMode Mode, string StepId)> arrivals)
    {
        _subject = subject;
        _arrivals = arrivals;
    }

    public static LaterFacts Of(PreflightSubject subject)
    {
        var arrivals = ImmutableArray.CreateBuilder<(PhoneMode Mode, string StepId)>();
        var seen = PhoneSimulation.Begin(subject.Facts, subject.StartMode).SeenIn;
        foreach (var (step, before, isPassedOver) in new PlanSimulation(subject).Trace())
        {
            if (before is { IsAway: false, IsModeSure: true } && !seen.Contains(before.Mode))
            {
                seen = seen.Add(before.Mode);
                arrivals.Add((before.Mode, step.Id));
            }

            if (!isPassedOver && PointOfNoReturn.LeadsBehind(step))
            {
                break;
            }
        }

        return new LaterFacts(subject, arrivals.ToImmutable());
    }

    /// <summary>Whether the fact is not known, and a mode or the release tells it before anything can be lost.</summary>
    public bool WillTell(string fact) =>
        _subject.Facts.Find(fact) is null && (ComesWithTheRelease(fact) || Arrival(fact) is not null);

    /// <summary>The facts that were left out of the checks for that reason, each with the step before which to look again.</summary>
    public IEnumerable<OpenQuestion> Questions() => (_subject.Plan.Model?.Identity ?? [])
        .Concat(_subject.Plan.Requirements)
        .Select(test => test.Fact)
        .Concat(_subject.Plan.RollbackMarks.Select(mark => mark.Fact))
        .Where(WillTell)
        .Distinct(StringComparer.Ordinal)
        .Select(QuestionOf);

    private OpenQuestion QuestionOf(string fact) => Arrival(fact) is var (mode, stepId)
        ? new OpenQuestion(stepId, mode, $"{fact} is not known yet.")
        : new OpenQuestion("", PhoneMode.Unspecified, $"{fact} is not known yet: the person who releases the phone reads it off.");

    private bool ComesWithTheRelease(string fact) => _subject.AwaitsRelease && FactSources.Of(fact) == FactSource.Person;

    private (PhoneMode Mode, string StepId)? Arrival(string fact)
    {
        foreach (var arrival in _arrivals)
        {
            if (Tells(arrival.Mode, FactName.SourceOf(fact)))
            {
                return arrival;
            }
        }

        return null;
    }

    private static bool Tells(PhoneMode mode, string prefix) => prefix switch
    {
        FactName.Getvar => mode is PhoneMode.Bootloader or PhoneMode.Fastbootd,
        FactName.Partition => mode is PhoneMode.Bootloader or PhoneMode.Fastbootd or PhoneMode.Download,
        FactName.Fastbootd => mode is PhoneMode.Fastbootd,
        FactName.Getprop or FactName.Battery => mode is PhoneMode.System or PhoneMode.Recovery,
        _ => false,
    };
}
