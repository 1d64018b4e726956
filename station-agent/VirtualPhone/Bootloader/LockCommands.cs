using System.Text;
using Espero.VirtualPhone.Faults;

namespace Espero.VirtualPhone.Bootloader;

/// <summary>Opens and closes the bootloader. Either way the owner's data goes, as on real phones.</summary>
internal sealed class LockCommands(PhoneParts parts, WriteCommands writes)
{
    private const string WrongCode = "Token verification failed";

    private Phone Phone => parts.Phone;

    private int UnlockAbility => Phone.State.UnlockAllowed && !IsCarrierLocked ? 1 : 0;

    private bool IsCarrierLocked => Phone.Model.IsCarrierLocked || parts.Faults.Has(Misbehaviour.IsCarrierLocked);

    public Answer Run(string action) => action switch
    {
        "unlock" when Phone.Model.UnlockCode is { } code => UnlockIf(writes.HasStaged(Encoding.ASCII.GetBytes(code))),
        "unlock" => UnlockIf(true),
        "lock" => SetUnlocked(unlocked: false),
        "unlock_critical" when Phone.Model.HasOemCommands => SetCriticalUnlocked(true),
        "lock_critical" when Phone.Model.HasOemCommands => SetCriticalUnlocked(false),
        "get_unlock_ability" => Answer.Okay() with { Info = [$"get_unlock_ability: {UnlockAbility}"] },
        _ => Answer.Fail(Phone.Model.Refusals.UnknownCommand),
    };

    /// <summary>Unlocks with what the maker gave for this phone; a model without such a code takes none.</summary>
    public Answer UnlockBy(string code) => UnlockIf(code == Phone.Model.UnlockCode);

    private Answer UnlockIf(bool isProven) => 0 switch
    {
        _ when IsCarrierLocked => Answer.Fail("unlock operation is not allowed"),
        _ when !Phone.State.UnlockAllowed => Answer.Fail(Phone.Model.Refusals.UnlockNotAllowed),
        _ when !isProven => Answer.Fail(WrongCode),
        _ => SetUnlocked(unlocked: true),
    };

    private Answer SetCriticalUnlocked(bool unlocked)
    {
        Phone.Change(state => state with { CriticalUnlocked = unlocked });
        return Answer.Okay();
    }

    private Answer SetUnlocked(bool unlocked)
    {
        if (Phone.State.Unlocked == unlocked)
        {
            return Answer.Fail(unlocked ? "Device already : unlocked!" : "Device already : locked!");
        }

        if (!parts.Faults.FindsConsent())
        {
            return Answer.Okay() with { Info = ["Use the volume keys to confirm"] }; // and nobody does
        }

        parts.Wipes.WipeAll();
        Phone.Change(state => state with { Unlocked = unlocked });
        return Answer.Okay() with { Info = ["Erasing userdata"] };
    }
}
