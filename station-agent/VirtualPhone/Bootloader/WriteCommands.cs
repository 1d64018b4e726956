using System.Globalization;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.Partitions;
using Espero.VirtualPhone.State;
using Espero.VirtualPhone.Storage;

namespace Espero.VirtualPhone.Bootloader;

/// <summary>Takes downloads and writes partitions; a locked phone takes the download and refuses the rest.</summary>
internal sealed class WriteCommands(Phone phone, IPhoneStorage storage)
{
    private const int SizeDigits = 8;
    private bool _downloaded;

    private RefusalTexts Refusals => phone.Model.Refusals;

    /// <summary>A download that another client began, or that broke off, is never flashed.</summary>
    public void ForgetDownload()
    {
        _downloaded = false;
        storage.BeginDownload();
    }

    public Answer BeginDownload(string size)
    {
        ForgetDownload();
        if (size.Length != SizeDigits
            || !uint.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sizeBytes))
        {
            return Answer.Fail("Invalid size");
        }

        return sizeBytes > 0 && sizeBytes <= phone.Model.MaxDownloadSizeBytes ? Answer.Data(sizeBytes) : Answer.Fail("data too large");
    }

    public bool Append(ReadOnlyMemory<byte> bytes) => storage.Append(bytes);

    public Answer EndDownload(bool stored)
    {
        _downloaded = stored;
        return stored ? Answer.Okay() : Answer.Fail("No space left for the download");
    }

    public async ValueTask<Answer> FlashAsync(string name, CancellationToken cancellationToken)
    {
        if (!phone.State.Unlocked)
        {
            return Answer.Fail(Refusals.LockedFlash);
        }

        if (phone.Table.Find(name, phone.State.CurrentSlot) is not { } partition)
        {
            return Answer.Fail(Refusals.NoPartition);
        }

        if (!_downloaded)
        {
            return Answer.Fail("No image downloaded");
        }

        return await storage.FlashAsync(partition, cancellationToken) switch
        {
            FlashVerdict.Written => Wrote(partition),
            FlashVerdict.ImageTooBig => Answer.Fail(Refusals.ImageTooBig),
            FlashVerdict.ImageMalformed => Answer.Fail("Invalid sparse image"),
            FlashVerdict.StoreFailed => Answer.Fail("Error flashing partition: write failure"),
        };
    }

    public Answer Erase(string name)
    {
        if (!phone.State.Unlocked)
        {
            return Answer.Fail(Refusals.LockedErase);
        }

        if (phone.Table.Find(name, phone.State.CurrentSlot) is not { } partition)
        {
            return Answer.Fail(Refusals.NoPartition);
        }

        storage.Erase(partition);
        ChangeSlotOf(partition, slot => slot.Erased());
        return Answer.Okay();
    }

    private Answer Wrote(Partition partition)
    {
        ChangeSlotOf(partition, slot => slot.Written());
        return Answer.Okay();
    }

    private void ChangeSlotOf(Partition partition, Func<SlotState, SlotState> change)
    {
        if (partition.BaseName == phone.Model.BootPartition)
        {
            phone.Change(state => state.WithSlot(partition.Slot ?? "", change));
        }
    }
}
