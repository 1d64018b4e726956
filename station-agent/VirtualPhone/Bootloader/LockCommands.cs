using Espero.VirtualPhone.Storage;

namespace Espero.VirtualPhone.Bootloader;

/// <summary>Opens and closes the bootloader. Either way the owner's data goes, as on real phones.</summary>
internal sealed class LockCommands(Phone phone, IPhoneStorage storage)
{
    public Answer Run(string action) => action switch
    {
        "unlock" when !phone.State.UnlockAllowed => Answer.Fail(phone.Model.Refusals.UnlockNotAllowed),
        "unlock" => SetUnlocked(unlocked: true),
        "lock" => SetUnlocked(unlocked: false),
        "get_unlock_ability" => Answer.Okay() with { Info = [$"get_unlock_ability: {(phone.State.UnlockAllowed ? 1 : 0)}"] },
        _ => Answer.Fail(phone.Model.Refusals.UnknownCommand),
    };

    private Answer SetUnlocked(bool unlocked)
    {
        if (phone.State.Unlocked == unlocked)
        {
            return Answer.Fail(unlocked ? "Device already : unlocked!" : "Device already : locked!");
        }

        foreach (var partition in phone.Table.All.Where(partition => phone.Model.PrivatePartitions.Contains(partition.Name)))
        {
            storage.Erase(partition);
        }

        phone.Change(state => state with { Unlocked = unlocked });
        return Answer.Okay() with { Info = ["Erasing userdata"] };
    }
}
