using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Flashing.Relocking;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Flashing.Simulation;

/// <summary>Unlocks and locks.</summary>
internal sealed class SimulatedLocks(PreflightSubject subject)
{
    public static PhoneSimulation Unlock(PhoneSimulation before, Step step, Findings findings)
    {
        if (before.IsLocked is not false && UnlockFacts.Obstacle(before.Facts) is var (code, detail))
        {
            findings.Refuse(code, step, detail);
        }

        if (PhoneCodes.IsNeededBy(step) && UnlockFacts.IsUnlocked(before.Facts) is not true && before.Facts.Find(FactName.UnlockCode) is null)
        {
            findings.Refuse(FailureCode.VendorTokenNeeded, step, "Nobody has entered what the maker gave to unlock this phone.");
        }

        return Wiped(before, unlocked: "yes");
    }

    public PhoneSimulation Lock(PhoneSimulation before, Step step, Findings findings)
    {
        var missing = RelockJudge.Missing(before, subject);
        if (!missing.IsEmpty)
        {
            findings.Refuse(FailureCode.RelockRefused, step, RelockText.Describe(missing));
        }

        return Wiped(before, unlocked: "no");
    }

    public static PhoneSimulation AvbKey(PhoneSimulation before, Step step) => before with
    {
        KeyFile = step.AvbKey.FileName.Length > 0 ? step.AvbKey.FileName : null,
        IsTouched = true,
    };

    // Both erase the user's data, and most phones restart by themselves afterwards.
    private static PhoneSimulation Wiped(PhoneSimulation before, string unlocked) => before with
    {
        Facts = before.Facts.WithoutLockState().With(LockFacts.Unlocked, unlocked),
        IsModeSure = false,
        IsWiped = true,
    };
}
