using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Flashing.Simulation;
using Espero.Station.Recipes.Facts;

namespace Espero.Station.Domain.Flashing.Relocking;

/// <summary>Says what is not proven yet where a plan locks its phone.</summary>
public static class RelockJudge
{
    /// <summary>Every missing proof, in the order of their enumeration; empty when the phone may be locked.</summary>
    /// <param name="phone">As the steps before the lock leave it.</param>
    /// <param name="subject">With what was read of the plan's images.</param>
    public static ImmutableArray<RelockGap> Missing(PhoneSimulation phone, PreflightSubject subject)
    {
        var images = RelockImages.Of(phone, subject);
        return
        [
            .. UnlockAbility(phone),
            .. ChecksOn(phone, images),
            .. images.Signatures(),
            .. images.Coverage(),
            .. images.TrustedKey(phone.KeyFile),
            .. images.RollbackIndexes(phone.Facts),
            .. RelockSlots.Missing(phone),
            .. FirstBoot(phone),
        ];
    }

    private static IEnumerable<RelockGap> UnlockAbility(PhoneSimulation phone)
    {
        var ability = phone.Facts.Find(FactName.UnlockAbility);
        if (ability != "1")
        {
            yield return new(RelockProof.UnlockAbility, $"{FactName.UnlockAbility} is {ability ?? "not known"}; wanted: 1.");
        }
    }

    private static IEnumerable<RelockGap> ChecksOn(PhoneSimulation phone, RelockImages images)
    {
        if (phone.IsUnverified)
        {
            yield return new(RelockProof.ChecksOn, "a step before switches verity or verification off.");
        }

        foreach (var (file, image) in images.Structs.Where(one => !one.Image.ChecksEverything))
        {
            yield return new(RelockProof.ChecksOn, $"{file} has the flags {image.Flags}.");
        }
    }

    private static IEnumerable<RelockGap> FirstBoot(PhoneSimulation phone)
    {
        if (phone.Seen <= Proof.None)
        {
            yield return new(RelockProof.FirstBoot, "no verify-boot stands between the last write and the lock.");
        }
    }
}
