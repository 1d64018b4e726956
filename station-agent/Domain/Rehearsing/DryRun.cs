using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Rehearsing;

/// <summary>
/// Checks a plan on a twin as a station does: when the phone is plugged in, its system running, and again whenever it arrives in
/// another mode, each time with what this mode tells and what is known from the modes before; and where something hangs on what
/// fastbootd alone knows, after a look into it before the first write.
/// </summary>
/// <param name="Before">Every reason that is found while the phone is still as it was.</param>
/// <param name="After">What comes to light only behind the point of no return: too late.</param>
internal sealed record DryRun(ImmutableArray<Refusal> Before, ImmutableArray<Refusal> After)
{
    public static DryRun Of(Plan.V1.Plan plan, Twin twin)
    {
        var known = twin.In(PhoneMode.System).With(FactName.UnlockCode, "yes"); // whether its maker has given one is no matter of the recipe
        var before = ImmutableArray.CreateBuilder<Refusal>();
        var after = ImmutableArray.CreateBuilder<Refusal>();
        var report = Check(plan, twin, known, PhoneMode.System, PlanPlace.Start(plan));
        before.AddRange(Told(report));
        var (here, isBehind, isUnlocked) = (PhoneMode.System, false, false);
        var past = ImmutableArray<PastStep>.Empty;
        foreach (var (index, step) in plan.Steps.SkipLast(1).Index())
        {
            if (!isBehind && PointOfNoReturn.LeadsBehind(step) && RunChecks.Unseen(report.Later, here) is { } unseen)
            {
                known = known.Learn(twin.In(unseen)).Learn(twin.In(here)); // there and back
                report = Check(plan, twin, known, here, new PlanPlace(past, [.. plan.Steps.Skip(index)]));
                before.AddRange(Told(report));
            }

            past = FactJudge.Judge(step.Condition, known) is Verdict.DoesNotHold ? past : past.Add(Done(step, known));
            isBehind |= PointOfNoReturn.LeadsBehind(step);
            if (PlanParts.Unlocks(step))
            {
                (isUnlocked, known) = (true, known.WithoutLockState());
            }

            if (ArrivesIn(step) is { } mode)
            {
                here = mode;
                known = known.Learn((isUnlocked ? twin.Unlocked() : twin).In(mode));
                report = Check(plan, twin, known, mode, new PlanPlace(past, [.. plan.Steps.Skip(index + 1)]));
                (isBehind ? after : before).AddRange(Told(report));
            }
        }

        return new DryRun([.. before.Distinct()], [.. after.Distinct()]);
    }

    private static PastStep Done(Step step, PhoneFacts facts) => new(step, facts, IsDone: true, step.VerifyBoot?.Proof ?? Proof.None);

    private static PhoneMode? ArrivesIn(Step step) =>
        (step.AwaitMode?.Mode ?? step.Ask?.Mode ?? PhoneMode.Unspecified) is var mode and not PhoneMode.Unspecified ? mode : null;

    // Whether it may be locked again depends on what is in the images, and a dry run has none.
    private static IEnumerable<Refusal> Told(PreflightReport report) =>
        report.Refusals.Where(refusal => refusal.FailureCode != FailureCode.RelockRefused);

    private static PreflightReport Check(Plan.V1.Plan plan, Twin twin, PhoneFacts facts, PhoneMode mode, PlanPlace place) =>
        PreflightCheck.Look(new PreflightSubject(plan, facts)
        {
            Mode = mode,
            Place = place,
            FreeDiskBytes = ulong.MaxValue,
            BytesToFetch = 0,
            UnpackedBytes = twin.ImageBytes,
        });
}
