using Espero.Station.Domain.Flashing;

namespace Espero.Station.Run;

/// <summary>What the verbs of one attempt work with.</summary>
internal sealed record AttemptKit(
    Plan.V1.Plan Plan, PlanRun Run, PhoneHand Hand, PlanFiles Files, IHands Hands, ProgressMeter Meter, AttemptLog Log, UnlockCode Code, TimeProvider Time);
