using System.Globalization;
using Espero.VirtualPhone.Boots;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.Partitions;
using Espero.VirtualPhone.State;
using Espero.VirtualPhone.Storage;

namespace Espero.VirtualPhone.Bootloader;

/// <summary>Takes one client's downloads and writes partitions; a locked phone takes the download and refuses the rest.</summary>
internal sealed class WriteCommands(PhoneParts parts, PhoneMode mode)
{
    private const int SizeDigits = 8;
    private const int StartBytes = 4096;

    // Which of them it is depends on how old the phone is.
    private static readonly string[] RecoveryHolders = ["recovery", "boot", "vendor_boot"];

    private bool _complete;
    private uint _sizeBytes;

    private Phone Phone => parts.Phone;

    private RefusalTexts Refusals => Phone.Model.Refusals;

    /// <summary>A download that another client began, or that broke off, is never used.</summary>
    public bool Downloaded => _complete && parts.Downloader == this;

    /// <summary>Whether the last download is exactly this.</summary>
    public bool HasStaged(ReadOnlySpan<byte> content)
    {
        var staged = new byte[content.Length];
        return Downloaded
            && _sizeBytes == content.Length
            && parts.Storage.ReadDownload(0, staged) == content.Length
            && content.SequenceEqual(staged);
    }

    public Answer BeginDownload(string size)
    {
        _complete = false;
        parts.Downloader = this;
        parts.Storage.BeginDownload();
        if (size.Length != SizeDigits
            || !uint.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sizeBytes))
        {
            return Answer.Fail("Invalid size");
        }

        if (mode == PhoneMode.Fastbootd && !Phone.State.Unlocked)
        {
            return Answer.Fail("Download is not allowed on locked devices");
        }

        _sizeBytes = sizeBytes;
        return sizeBytes > 0 && sizeBytes <= Phone.Model.MaxDownloadSizeBytes
            ? Answer.Data(sizeBytes) with { Info = Phone.Model.Traits.InfoBeforeData ? ["receiving"] : [] }
            : Answer.Fail("data too large");
    }

    public bool Append(ReadOnlyMemory<byte> bytes) => parts.Storage.Append(bytes);

    public Answer EndDownload(bool stored)
    {
        _complete = stored;
        return stored
            ? Answer.Okay() with { Info = Phone.Model.Traits.InfoAfterData ? ["received"] : [] }
            : Answer.Fail("No space left for the download");
    }

    public async ValueTask<Answer> FlashAsync(string name, CancellationToken cancellationToken)
    {
        if (Refusal(name, Refusals.LockedFlash, "Flashing is not allowed on locked devices") is { } refusal)
        {
            return refusal;
        }

        if (!Downloaded)
        {
            return Answer.Fail("No image downloaded");
        }

        var partition = Phone.Find(name, mode)!;
        if (IsRolledBack(partition))
        {
            return Answer.Fail("Image refused: rollback index is older than the device's (anti-rollback)");
        }

        return await parts.Storage.FlashAsync(partition, cancellationToken) switch
        {
            FlashVerdict.Written => Wrote(partition, written: true),
            FlashVerdict.ImageTooBig => Answer.Fail(Refusals.ImageTooBig),
            FlashVerdict.ImageMalformed => Answer.Fail("Invalid sparse image"),
            FlashVerdict.StoreFailed => Answer.Fail("Error flashing partition: write failure"),
        };
    }

    public Answer Erase(string name)
    {
        if (Refusal(name, Refusals.LockedErase, "Erase is not allowed on locked devices") is { } refusal)
        {
            return refusal;
        }

        var partition = Phone.Find(name, mode)!;
        if (!parts.Wipes.IsIgnored(partition.Name))
        {
            parts.Storage.Erase(partition);
        }

        return Wrote(partition, written: false);
    }

    /// <summary>Gives back what was staged.</summary>
    public Answer Upload() => Downloaded
        ? Answer.Data(_sizeBytes) with { Upload = parts.Storage.ReadDownload }
        : Answer.Fail("No data staged");

    /// <summary>Starts the download instead of what is in the boot partition.</summary>
    public Answer Boot()
    {
        if (!Phone.State.Unlocked)
        {
            return Answer.Fail(Refusals.LockedFlash);
        }

        if (!Downloaded)
        {
            return Answer.Fail("No image downloaded");
        }

        var start = new byte[StartBytes];
        return parts.Storage.ReadDownload(0, start) > 0 && !BootImage.Begins(start)
            ? Answer.Fail("Invalid boot image header!")
            : Answer.Okay() with { Leave = BootTarget.DownloadedImage };
    }

    private Answer? Refusal(string name, string lockedInBootloader, string lockedInFastbootd)
    {
        if (!Phone.State.Unlocked)
        {
            return Answer.Fail(mode == PhoneMode.Fastbootd ? lockedInFastbootd : lockedInBootloader);
        }

        if (Phone.Model.ChecksBattery && Phone.State.BatteryPercent < Variables.EnoughBatteryPercent)
        {
            return Answer.Fail("low power, need battery charging.");
        }

        return Phone.Find(name, mode) is null ? Answer.Fail(Refusals.NoPartition) : null;
    }

    private bool IsRolledBack(Partition partition)
    {
        if (!Phone.Model.RefusesRollback || partition.BaseName != "vbmeta")
        {
            return false;
        }

        var start = new byte[StartBytes];
        return VbmetaImage.Read(start.AsSpan(0, parts.Storage.ReadDownload(0, start)))?.RollbackIndex < Phone.State.RollbackIndex;
    }

    private Answer Wrote(Partition partition, bool written)
    {
        var slot = partition.Slot ?? "";
        if (written && RecoveryHolders.Contains(partition.BaseName))
        {
            Phone.Change(state => state with { RecoveryWritten = true });
        }

        if (partition.BaseName == Phone.Model.BootPartition)
        {
            Phone.Change(state => state.WithSlot(slot, old => written ? old.Written() : old.Erased()));
        }
        else if (partition.BaseName == "system")
        {
            Phone.Change(state => state.WithSlot(slot, old => old.SystemReplaced(written)));
        }
        else if (partition.Name == "userdata")
        {
            parts.Wipes.Forget();
        }

        return Answer.Okay();
    }
}
