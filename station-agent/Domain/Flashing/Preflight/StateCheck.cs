using System.Globalization;
using Espero.Plan.V1;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Flashing.Preflight;

/// <summary>The phone is in a state in which it may be written: asserts, lock, battery, no update under way.</summary>
internal static class StateCheck
{
    private const int LeastBatteryPercent = 30;

    public static IEnumerable<Refusal> Run(PreflightSubject subject) =>
        Asserts(subject).Concat(Lock(subject)).Concat(Battery(subject)).Concat(Snapshot(subject));

    private static IEnumerable<Refusal> Asserts(PreflightSubject subject) => subject.StepsBeforeThePointOfNoReturn()
        .Where(step => step.VerbCase == Step.VerbOneofCase.Assert)
        .Select(step => AssertJudge.Judge(step, subject.Facts))
        .OfType<Refusal>();

    private static IEnumerable<Refusal> Lock(PreflightSubject subject)
    {
        var writing = FirstWriting(subject, opener: Step.VerbOneofCase.Unlock);
        if (writing is not null && subject.Facts.Getvar("unlocked") == "no")
        {
            yield return new Refusal(FailureCode.BootloaderLocked, writing.Id, "getvar.unlocked is \"no\", and the plan writes without unlocking first.");
        }
    }

    private static IEnumerable<Refusal> Battery(PreflightSubject subject)
    {
        var percent = subject.Facts.Getvar("battery-soc")?.TrimEnd('%', ' ');
        if (int.TryParse(percent, NumberStyles.None, CultureInfo.InvariantCulture, out var charge) && charge < LeastBatteryPercent)
        {
            yield return new Refusal(FailureCode.BatteryLow, "", $"The battery is at {charge} %; at least {LeastBatteryPercent} % is needed.");
        }
        else if (subject.Facts.Getvar("battery-soc-ok") == "no")
        {
            yield return new Refusal(FailureCode.BatteryLow, "", "getvar.battery-soc-ok is \"no\".");
        }
    }

    private static IEnumerable<Refusal> Snapshot(PreflightSubject subject)
    {
        var status = subject.Facts.Getvar("snapshot-update-status");
        var writing = FirstWriting(subject, opener: Step.VerbOneofCase.SnapshotCancel);
        if (writing is not null && status is not (null or "none"))
        {
            yield return new Refusal(FailureCode.SnapshotInProgress, writing.Id, $"getvar.snapshot-update-status is \"{status}\"; wanted: none.");
        }
    }

    // The first write, unless the step that makes writing possible stands before it.
    private static Step? FirstWriting(PreflightSubject subject, Step.VerbOneofCase opener)
    {
        var first = subject.StepsInThisMode().FirstOrDefault(step => step.VerbCase == opener || IsWrite(step));
        return first?.VerbCase == opener ? null : first;
    }

    private static bool IsWrite(Step step) => VerbCatalogue.TryFind(step, out var verb) && verb.Group == VerbGroup.Write;
}
