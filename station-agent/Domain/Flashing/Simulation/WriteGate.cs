using Espero.Plan.V1;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Flashing.Simulation;

/// <summary>What stands before every write: the lock, and an update that is being merged.</summary>
internal static class WriteGate
{
    /// <summary>The phone as if the obstacle were gone, so that it is told once and not at every write that follows.</summary>
    public static PhoneSimulation Open(PhoneSimulation before, Step step, Findings findings)
    {
        var after = before;
        if (before.IsLocked is true)
        {
            findings.Refuse(
                FailureCode.BootloaderLocked, step, "The bootloader says that it is locked, and the plan writes without unlocking first.");
            after = after with { Facts = after.Facts.With(LockFacts.Unlocked, "yes") };
        }

        if (before.Mode == PhoneMode.Download && UnlockFacts.ObstacleInDownload(after.Facts) is var (code, detail))
        {
            findings.Refuse(code, step, detail);
            after = after with { Facts = after.Facts.With(LockFacts.FlashLocked, "0") };
        }

        var status = before.Facts.Getvar("snapshot-update-status");
        if (status is not (null or "none"))
        {
            findings.Refuse(FailureCode.SnapshotInProgress, step, $"getvar.snapshot-update-status is \"{status}\"; wanted: none.");
            after = after with { Facts = after.Facts.With("getvar.snapshot-update-status", "none") };
        }

        return after;
    }
}
