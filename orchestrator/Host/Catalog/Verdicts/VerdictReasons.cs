using System.Collections.Immutable;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Flashing.Simulation;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>Why the answer is as it is, each reason with who says so: the phone first, then the data sets.</summary>
internal static class VerdictReasons
{
    private const string AntiRollback = "getvar.anti";
    private const string AndroidVersion = "getprop.ro.build.version.release";

    public static VerdictReason NoSystem(ModelFacts model) => new(VerdictSentences.NoSystem, Sources(model));

    public static ImmutableArray<VerdictReason> Of(ModelFacts model, VerdictEvidence evidence) => VerdictReason.Once(
    [
        .. evidence.Phone is { } phone ? OfPhone(phone).Concat(OfRollback(phone.Facts, evidence.Plans)) : [],
        .. evidence.Phone?.IsUnlocked is true ? [] : OfWays(model),
        .. model.Firmware.Select(firmware => OfFirmware(firmware, evidence.Phone)),
    ]);

    private static IEnumerable<VerdictReason> OfPhone(NotedPhone phone)
    {
        if (phone.IsUnlocked is { } isUnlocked)
        {
            yield return FromThePhone(isUnlocked ? VerdictSentences.AlreadyUnlocked : VerdictSentences.StillLocked);
        }

        if (phone.IsUnlocked is not true && UnlockFacts.Obstacle(phone.Facts) is { } obstacle)
        {
            yield return FromThePhone(VerdictSentences.Obstacle(obstacle.Code));
        }
    }

    // A level above zero alone says that elder systems are refused; a plan says which of ours are too old.
    private static IEnumerable<VerdictReason> OfRollback(PhoneFacts facts, ImmutableArray<Plan.V1.Plan> plans)
    {
        var ahead = plans
            .SelectMany(plan => plan.RollbackMarks.SelectMany(mark => RollbackFacts.Ahead(mark, facts).Select(fact => (fact, mark.Value))))
            .Distinct()
            .Select(one => FromThePhone(VerdictSentences.TooOld(one.fact, facts.Find(one.fact)!, one.Value)));
        return facts.Find(AntiRollback) is { } level and not "0" ? ahead.Append(FromThePhone(VerdictSentences.NoWayBack(level))) : ahead;
    }

    // The way that the answer rests on stands first, or two sources would seem to say "yes" and "ask first" with the same right.
    private static ImmutableArray<VerdictReason> OfWays(ModelFacts model)
    {
        if (UnlockWays.Decisive(model) is not { } decisive)
        {
            return [new VerdictReason(VerdictSentences.NoWaySaid, Sources(model))];
        }

        var counts = VerdictSentences.Way(decisive);
        VerdictReason[] said =
        [
            .. model.Unlocks
                .Select(unlock => new VerdictReason(VerdictSentences.Way(unlock.Value), [unlock.Origin.ToString()]))
                .OrderByDescending(reason => reason.Sentence == counts),
        ];
        return said.All(reason => reason.Sentence == counts)
            ? [.. said]
            : [.. said, new VerdictReason(VerdictSentences.FirstWayCounts, [VerdictSentences.OurCatalogue])];
    }

    private static VerdictReason OfFirmware(Sourced<FirmwareFact> firmware, NotedPhone? phone)
    {
        var wanted = firmware.Value;
        var isOther = phone?.Facts.Find(AndroidVersion) is { } version && !wanted.AndroidVersions.IsEmpty
            && !wanted.AndroidVersions.Any(one => version == one || version.StartsWith($"{one}.", StringComparison.Ordinal));
        return new VerdictReason(
            isOther ? VerdictSentences.FirmwareIsOther(wanted.Text, phone!.Facts.Find(AndroidVersion)!) : VerdictSentences.FirmwareNeeded(wanted.Text),
            [firmware.Origin.ToString()]);
    }

    private static VerdictReason FromThePhone(Sentence sentence) => new(sentence, [VerdictSentences.ThePhone]);

    private static ImmutableArray<string> Sources(ModelFacts model) => [.. model.Origins.Select(origin => origin.DataSet).Distinct()];
}
