namespace Espero.Orchestrator.Domain.Jobs;

/// <summary>What is known about a job that has not been offered: enough to say whether it may be.</summary>
/// <param name="PhoneUsable">Its phone is plugged in at the job's site and answers.</param>
/// <param name="Released">The phone has a release that has not ended.</param>
/// <param name="NotBefore">Earliest start, or null.</param>
/// <param name="NeedsMaker">The phone is locked until its maker lets it be unlocked.</param>
public readonly record struct Readiness(bool PhoneUsable, bool Released, DateTimeOffset? NotBefore, bool NeedsMaker = false)
{
    /// <summary>
    /// What is missing; null when nothing is. The date and the maker come first: until then nobody need bring the phone. Then the
    /// phone: nobody releases what is not there to be seen.
    /// </summary>
    public WaitsFor? Missing(DateTimeOffset now) => this switch
    {
        { NotBefore: { } date } when date > now => WaitsFor.Date,
        { NeedsMaker: true } => WaitsFor.Maker,
        { PhoneUsable: false } => WaitsFor.Phone,
        { Released: false } => WaitsFor.Release,
        _ => null,
    };
}
