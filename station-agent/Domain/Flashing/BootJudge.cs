using Espero.Plan.V1;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Flashing;

/// <summary>Says how surely a system was seen running.</summary>
public static class BootJudge
{
    /// <summary>A system that restarts itself shows within this time.</summary>
    public static readonly TimeSpan StableUsb = TimeSpan.FromMinutes(3);

    /// <summary>The strongest proof that this sight allows, which may be weaker than the one looked for; or why it is a failure.</summary>
    public static BootVerdict Judge(VerifyBoot verify, BootSight sight) => sight.Mode switch
    {
        PhoneMode.System => InSystem(verify, sight),
        PhoneMode.Bootloader when verify.Proof == Proof.BootloaderSaysSo => InBootloader(sight),
        PhoneMode.Unspecified when sight.WasSeenByPerson => new BootVerdict.Seen(Proof.SeenByPerson),
        PhoneMode.Unspecified => new BootVerdict.Failed(FailureCode.BootFailed, "Nothing was seen of the phone in time."),
        _ => new BootVerdict.Failed(FailureCode.BootFailed, $"The phone came up in {sight.Mode} instead of its system."),
    };

    private static BootVerdict InBootloader(BootSight sight)
    {
        var name = $"slot-successful:{sight.Slot}";
        return sight.Facts.Getvar(name) switch
        {
            _ when OpenLock(sight) is { } open => open,
            "yes" when sight.LeftUnsuccessful => new BootVerdict.Seen(Proof.BootloaderSaysSo),
            "no" => new BootVerdict.Failed(FailureCode.BootFailed, $"getvar.{name} is \"no\"."),
            _ => new BootVerdict.Seen(sight.WasSeenByPerson ? Proof.SeenByPerson : Proof.None),
        };
    }

    private static BootVerdict InSystem(VerifyBoot verify, BootSight sight)
    {
        var wrong = verify.Tests.FirstOrDefault(test => FactJudge.Judge(test, sight.Facts) == Verdict.DoesNotHold);
        if (wrong is not null)
        {
            return new BootVerdict.Failed(FailureCode.WrongSystemBooted, FactTestText.Describe(wrong, sight.Facts));
        }

        var slot = sight.Facts.Find("getprop.ro.boot.slot_suffix")?.TrimStart('_');
        if (slot is not null && sight.Slot.Length > 0 && slot != sight.Slot)
        {
            return new BootVerdict.Failed(FailureCode.WrongSlot, $"The system runs from slot {slot}; slot {sight.Slot} was written.");
        }

        return OpenLock(sight) is { } open ? open : new BootVerdict.Seen(Strongest(verify, sight));
    }

    // One word that calls it open is enough: a phone that is taken for locked is handed on as safe.
    private static BootVerdict.Failed? OpenLock(BootSight sight) => sight.MustBeLocked
        ? LockFacts.Words
            .Select(word => (word.Fact, word.Open))
            .Append((Fact: LockFacts.VerifiedBootState, Open: "orange"))
            .Where(word => sight.Facts.Find(word.Fact) == word.Open)
            .Select(word => new BootVerdict.Failed(FailureCode.LockDidNotTake, $"{word.Fact} is \"{word.Open}\" after the lock."))
            .FirstOrDefault()
        : null;

    // Read back means that what identifies the system was read, not that adb answered.
    private static Proof Strongest(VerifyBoot verify, BootSight sight) =>
        verify.Tests.Count > 0 && FactJudge.JudgeAll(verify.Tests, sight.Facts) == Verdict.Holds ? Proof.ReadBack
        : sight.StableFor >= StableUsb ? Proof.SeenOnUsb
        : sight.WasSeenByPerson ? Proof.SeenByPerson
        : Proof.None;
}
