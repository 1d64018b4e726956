using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Flashing.Simulation;

/// <summary>What each verb does to a simulated phone, and why it could not.</summary>
internal sealed class SimulatedVerbs(PreflightSubject subject)
{
    private readonly SimulatedWrites _writes = new(subject);
    private readonly SimulatedLocks _locks = new(subject);

    public PhoneSimulation Do(PhoneSimulation before, Step step, Findings findings)
    {
        CheckMode(before, step, findings);
        var after = CarryOut(before, step, findings);
        return PointOfNoReturn.IsBehind(step)
            ? after with { IsPastReturn = true, Seen = Proof.None } // what was seen before says nothing about what is on it now
            : after;
    }

    private PhoneSimulation CarryOut(PhoneSimulation before, Step step, Findings findings) => step.VerbCase switch
    {
        Step.VerbOneofCase.Assert => SimulatedGates.Assert(before, step, findings),
        Step.VerbOneofCase.Ask => SimulatedGates.Ask(before, step),
        Step.VerbOneofCase.AwaitMode => SimulatedGates.AwaitMode(before, step, findings),
        Step.VerbOneofCase.Reboot => SimulatedGates.Reboot(before, step),
        Step.VerbOneofCase.VerifyBoot => SimulatedGates.VerifyBoot(before, step, findings),

        Step.VerbOneofCase.Unlock => SimulatedLocks.Unlock(before, step, findings),
        Step.VerbOneofCase.Lock => _locks.Lock(before, step, findings),
        Step.VerbOneofCase.AvbKey => SimulatedLocks.AvbKey(before, step),
        Step.VerbOneofCase.OemCommand => before with { IsModeSure = false },

        Step.VerbOneofCase.Flash => _writes.Flash(before, step, findings),
        Step.VerbOneofCase.Erase => _writes.Clear(before, step, step.Erase.Partition, step.Erase.Slot, findings),
        Step.VerbOneofCase.Format => _writes.Clear(before, step, step.Format.Partition, Slot.Unspecified, findings),
        Step.VerbOneofCase.BootImage => _writes.BootImage(before, step, findings),
        Step.VerbOneofCase.SetSlot => SimulatedLayout.SetSlot(before, step, findings),
        Step.VerbOneofCase.Logical => SimulatedLayout.Logical(before, step, findings),
        Step.VerbOneofCase.Super => SimulatedLayout.Super(before, step, findings),
        Step.VerbOneofCase.SnapshotCancel => SimulatedLayout.SnapshotCancel(before),

        Step.VerbOneofCase.Sideload => SimulatedLayout.Sideload(before),
        Step.VerbOneofCase.Push => before,
        Step.VerbOneofCase.Shell => before with { IsTouched = true, IsWiped = before.IsWiped || step.Shell.Arguments is [.., "data"] },

        Step.VerbOneofCase.Fetch or Step.VerbOneofCase.FetchManual or Step.VerbOneofCase.Unpack or Step.VerbOneofCase.WriteFile
            or Step.VerbOneofCase.SnapshotFacts or Step.VerbOneofCase.Checkpoint or Step.VerbOneofCase.EraseProof
            or Step.VerbOneofCase.None => before,
    };

    private static void CheckMode(PhoneSimulation before, Step step, Findings findings)
    {
        var modes = VerbModes.Of(step);
        if (modes.IsEmpty)
        {
            return;
        }

        if (before.IsAway)
        {
            findings.Refuse(FailureCode.ModeNotReached, step, "The phone was restarted, and no await-mode looks for it before this step.");
        }
        else if (before.IsModeSure && before.Mode != PhoneMode.Unspecified && !modes.Contains(before.Mode))
        {
            findings.Refuse(
                FailureCode.ModeNotReached, step, $"The step needs {string.Join(" or ", modes)}; the steps before lead to {before.Mode}.");
        }
        else if (before is { IsWiped: true, Mode: PhoneMode.System })
        {
            findings.Ask(step, PhoneMode.System, "A wiped phone allows no debugging until a person switches it on.");
        }
    }
}
