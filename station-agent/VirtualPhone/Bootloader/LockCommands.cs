using Espero.VirtualPhone.Faults;

namespace Espero.VirtualPhone.Bootloader;

/// <summary>Opens and closes the bootloader. Either way the owner's data goes, as on real phones.</summary>
internal sealed class LockCommands(PhoneParts parts)
{
    private Phone Phone => parts.Phone;

    private int UnlockAbility => Phone.State.UnlockAllowed && !IsCarrierLocked ? 1 : 0;

    private bool IsCarrierLocked => Phone.Model.IsCarrierLocked || parts.Faults.Has(Misbehaviour.IsCarrierLocked);

    public Answer Run(string action) => action switch
    {
        "unlock" when IsCarrierLocked => Answer.Fail("unlock operation is not allowed"),
        "unlock" when !Phone.State.UnlockAllowed => Answer.Fail(Phone.Model.Refusals.UnlockNotAllowed),
        "unlock" => SetUnlocked(unlocked: true),
        "lock" => SetUnlocked(unlocked: false),
        "unlock_critical" or "lock_critical" when Phone.Model.HasOemCommands => Answer.Okay(),
        "get_unlock_ability" => Answer.Okay() with { Info = [$"get_unlock_ability: {UnlockAbility}"] },
        _ => Answer.Fail(Phone.Model.Refusals.UnknownCommand),
    };

    private Answer SetUnlocked(bool unlocked)
    {
        if (Phone.State.Unlocked == unlocked)
        {
            return Answer.Fail(unlocked ? "Device already : unlocked!" : "Device already : locked!");
        }

        if (parts.Faults.Has(Misbehaviour.IgnoresLock))
        {
            return Answer.Okay() with { Info = ["Use the volume keys to confirm"] }; // and nobody does
        }

        parts.Wipes.WipeAll();
        Phone.Change(state => state with { Unlocked = unlocked });
        return Answer.Okay() with { Info = ["Erasing userdata"] };
    }
}
