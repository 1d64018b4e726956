using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Storage;

namespace Espero.VirtualPhone.Bootloader;

/// <summary>Wiping the owner's data, wherever it is asked for.</summary>
internal sealed class Wipes(Phone phone, IPhoneStorage storage, FaultSchedule faults, bool adbStaysOn)
{
    /// <summary>Whether the phone only says that it wipes.</summary>
    public bool IsIgnored(string partition) => faults.Has(Misbehaviour.IgnoresWipes) && phone.Model.PrivatePartitions.Contains(partition);

    /// <summary>Erases every private partition, and what the system kept in them.</summary>
    public void WipeAll()
    {
        foreach (var partition in phone.Table.All.Where(partition => phone.Model.PrivatePartitions.Contains(partition.Name)))
        {
            if (!IsIgnored(partition.Name))
            {
                storage.Erase(partition);
            }
        }

        Forget();
    }

    /// <summary>The data partition is gone: so are the owner's settings and files.</summary>
    public void Forget()
    {
        if (!faults.Has(Misbehaviour.IgnoresWipes))
        {
            phone.Files.Wipe();
            phone.Change(state => adbStaysOn ? state.Wiped() with { AdbEnabled = state.AdbEnabled } : state.Wiped());
        }
    }
}
