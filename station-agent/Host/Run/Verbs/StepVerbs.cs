using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Simulation;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Failures;
using Espero.Station.Watch;

namespace Espero.Station.Run.Verbs;

/// <summary>Carries out the verb of one step, and nothing around it.</summary>
internal sealed class StepVerbs
{
    private readonly AttemptKit _kit;
    private readonly StationVerbs _station;
    private readonly GateVerbs _gate;
    private readonly LockVerbs _lock;
    private readonly WriteVerbs _write;
    private readonly PhoneSideVerbs _phoneSide;
    private readonly ProofVerbs _proof;

    public StepVerbs(AttemptKit kit)
    {
        _kit = kit;
        _gate = new GateVerbs(kit);
        _station = new StationVerbs(kit, _gate);
        _lock = new LockVerbs(kit);
        _write = new WriteVerbs(kit);
        _phoneSide = new PhoneSideVerbs(kit);
        _proof = new ProofVerbs(kit, _gate);
    }

    public async Task<StepEnd> RunAsync(Step step, CancellationToken cancellationToken) =>
        Obstacle(step) ?? await CarryOutAsync(step, cancellationToken);

    // What a mode does not know is not tried in it: a phone that breaks off at it would look like a bad cable.
    private StepEnd? Obstacle(Step step)
    {
        if (_kit.Hand.IsAway)
        {
            return MayRunWhileAway(step)
                ? null
                : StepEnd.Failed(FailureCode.ModeNotReached, "The phone was restarted and no await-mode looked for it.");
        }

        var modes = VerbModes.Of(step);
        var mode = _kit.Hand.Mode;
        return modes.IsEmpty || modes.Contains(mode)
            ? null
            : StepEnd.Failed(FailureCode.ModeNotReached, $"The step needs {string.Join(" or ", modes)}; the phone is in mode {mode}.");
    }

    private static bool MayRunWhileAway(Step step) => step.VerbCase is Step.VerbOneofCase.AwaitMode or Step.VerbOneofCase.Ask
        or Step.VerbOneofCase.VerifyBoot or Step.VerbOneofCase.Checkpoint or Step.VerbOneofCase.Fetch or Step.VerbOneofCase.FetchManual
        or Step.VerbOneofCase.Unpack or Step.VerbOneofCase.WriteFile;

    private Task<StepEnd> CarryOutAsync(Step step, CancellationToken cancellationToken) => step.VerbCase switch
    {
        Step.VerbOneofCase.Fetch => _station.FetchAsync(step.Fetch.FileNames, cancellationToken),
        Step.VerbOneofCase.FetchManual => _station.FetchManualAsync(step, cancellationToken),
        Step.VerbOneofCase.Unpack => _station.UnpackAsync(step.Unpack, cancellationToken),
        Step.VerbOneofCase.WriteFile => _station.WriteFileAsync(step.WriteFile, cancellationToken),
        Step.VerbOneofCase.Assert => _gate.AssertAsync(step, cancellationToken),
        Step.VerbOneofCase.Ask => JudgedAsync(step.Ask.Mode, _gate.AskAsync(step, cancellationToken), cancellationToken),
        Step.VerbOneofCase.AwaitMode =>
            JudgedAsync(step.AwaitMode.Mode, _gate.AwaitAsync(step.AwaitMode, cancellationToken), cancellationToken),
        Step.VerbOneofCase.Reboot => RebootAsync(step.Reboot, cancellationToken),
        Step.VerbOneofCase.Unlock => InFastbootAsync(session => _lock.UnlockAsync(session, step.Unlock, cancellationToken)),
        Step.VerbOneofCase.Lock => InFastbootAsync(session => _lock.LockAsync(session, step.Lock, cancellationToken)),
        Step.VerbOneofCase.AvbKey => InFastbootAsync(session => _lock.AvbKeyAsync(session, step.AvbKey, cancellationToken)),
        Step.VerbOneofCase.OemCommand => InFastbootAsync(session => LockVerbs.OemAsync(session, step.OemCommand, cancellationToken)),
        Step.VerbOneofCase.Flash => _write.FlashAsync(step.Flash, cancellationToken),
        Step.VerbOneofCase.Erase => InFastbootAsync(session => WriteVerbs.EraseAsync(session, step.Erase, cancellationToken)),
        Step.VerbOneofCase.Format => FormatAsync(step.Format, cancellationToken),
        Step.VerbOneofCase.BootImage => InFastbootAsync(session => _write.BootImageAsync(session, step.BootImage, cancellationToken)),
        Step.VerbOneofCase.SetSlot => InFastbootAsync(session => _write.SetSlotAsync(session, step.SetSlot, cancellationToken)),
        Step.VerbOneofCase.Logical => InFastbootAsync(session => WriteVerbs.LogicalAsync(session, step.Logical, cancellationToken)),
        Step.VerbOneofCase.Super => InFastbootAsync(session => _write.SuperAsync(session, step.Super, cancellationToken)),
        Step.VerbOneofCase.SnapshotCancel => InFastbootAsync(session => WriteVerbs.SnapshotCancelAsync(session, cancellationToken)),
        Step.VerbOneofCase.Sideload => _phoneSide.SideloadAsync(step.Sideload, cancellationToken),
        Step.VerbOneofCase.Push => _phoneSide.PushAsync(step.Push, cancellationToken),
        Step.VerbOneofCase.Shell => _phoneSide.ShellAsync(step.Shell, cancellationToken),
        Step.VerbOneofCase.SnapshotFacts => _proof.SnapshotAsync(cancellationToken),
        Step.VerbOneofCase.Checkpoint => _proof.CheckpointAsync(step.Checkpoint),
        Step.VerbOneofCase.EraseProof => InFastbootAsync(session => ProofVerbs.EraseProofAsync(session, step.EraseProof, cancellationToken)),
        Step.VerbOneofCase.VerifyBoot => _proof.VerifyBootAsync(step, cancellationToken),
        Step.VerbOneofCase.None => Task.FromResult(StepEnd.Failed(FailureCode.PlanUnreadable, "The step has no verb that this station knows.")),
    };

    private async Task<StepEnd> RebootAsync(Reboot reboot, CancellationToken cancellationToken)
    {
        await _proof.LeaveAsync(cancellationToken);
        return await _kit.Hand.RebootAsync(reboot.Target, cancellationToken);
    }

    // A recovery that is back is the first who can say what became of a package.
    private async Task<StepEnd> JudgedAsync(PhoneMode reached, Task<StepEnd> waiting, CancellationToken cancellationToken)
    {
        var end = await waiting;
        return end.LetsGoOn && reached is PhoneMode.Recovery ? await _phoneSide.JudgePackageAsync(cancellationToken) : end;
    }

    // A recovery that runs makes its file systems itself.
    private Task<StepEnd> FormatAsync(Format format, CancellationToken cancellationToken) =>
        _kit.Hand.Talk is AdbTalk { Mode: PhoneMode.Recovery } talk
            ? new RecoveryFormat(talk, _kit.Log).RunAsync(format, cancellationToken)
            : InFastbootAsync(session => WriteVerbs.FormatAsync(session, format, cancellationToken));

    private Task<StepEnd> InFastbootAsync(Func<FastbootSession, Task<StepEnd>> carryOut) => _kit.Hand.Fastboot is { } session
        ? carryOut(session)
        : Task.FromResult(_kit.Hand.NotInFastboot());
}
