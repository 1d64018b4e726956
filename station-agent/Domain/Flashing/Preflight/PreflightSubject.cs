using System.Collections.Frozen;
using Espero.Plan.V1;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Flashing.Preflight;

/// <summary>Everything a plan is checked against before anything is written.</summary>
public sealed record PreflightSubject(Plan.V1.Plan Plan, PhoneFacts Facts)
{
    /// <summary>Free for files at the station.</summary>
    public required ulong FreeDiskBytes { get; init; }

    /// <summary>Of the plan's files, what is not at the station yet.</summary>
    public required ulong BytesToFetch { get; init; }

    /// <summary>
    /// How much an image becomes on the phone, by file name: a sparse image is larger than its file. A file that is not named
    /// counts with its own size, which is never too much.
    /// </summary>
    public FrozenDictionary<string, ulong> UnpackedBytes { get; init; } = FrozenDictionary<string, ulong>.Empty;

    /// <summary>What this station can carry out.</summary>
    public FrozenSet<Step.VerbOneofCase> SupportedVerbs { get; init; } = Flashing.SupportedVerbs.Now;

    /// <summary>Steps whose condition does not already fail, up to the first one that leaves the bootloader: after that the facts are others.</summary>
    internal IEnumerable<Step> StepsInThisMode() => Plan.Steps
        .TakeWhile(step => !LeavesBootloader(step))
        .Where(step => FactJudge.Judge(step.Condition, Facts) != Verdict.DoesNotHold);

    /// <summary>As <see cref="StepsInThisMode"/>, and only before anything that can lose data.</summary>
    internal IEnumerable<Step> StepsBeforeThePointOfNoReturn() => Plan.Steps
        .TakeWhile(step => !LeavesBootloader(step) && !PointOfNoReturn.LeadsBehind(step))
        .Where(step => FactJudge.Judge(step.Condition, Facts) != Verdict.DoesNotHold);

    private static bool LeavesBootloader(Step step) => step.VerbCase switch
    {
        Step.VerbOneofCase.Reboot => step.Reboot.Target != RebootTarget.Bootloader,
        Step.VerbOneofCase.AwaitMode => step.AwaitMode.Mode != PhoneMode.Bootloader,
        Step.VerbOneofCase.Ask => step.Ask.Mode is not (PhoneMode.Unspecified or PhoneMode.Bootloader),
        Step.VerbOneofCase.BootImage or Step.VerbOneofCase.Sideload => true,
        _ => false,
    };
}
