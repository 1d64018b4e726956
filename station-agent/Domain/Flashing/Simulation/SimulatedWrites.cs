using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Flashing.Simulation;

/// <summary>
/// Writes and clears partitions: each exists, has the slot that is named, and is large enough. A bootloader that lists no sizes at
/// all is old; then the phone itself refuses what does not fit.
/// </summary>
internal sealed class SimulatedWrites(PreflightSubject subject)
{
    private const string UserData = "userdata";
    private const string Super = "super";

    public PhoneSimulation Flash(PhoneSimulation before, Step step, Findings findings)
    {
        var flash = step.Flash;
        var after = Put(WriteGate.Open(before, step, findings), step, flash.Partition, flash.Slot, flash.FileName, findings);
        CheckDownload(before, step, flash.FileName, flash.Raw, findings);
        return after with
        {
            Super = flash.Partition == Super ? after.Super?.Anew() : after.Super,
            HasNewLayout = after.HasNewLayout || flash.Partition == Super,
            IsUnverified = after.IsUnverified || flash.DisableVerity || flash.DisableVerification,
        };
    }

    public PhoneSimulation Clear(PhoneSimulation before, Step step, string partition, Slot slot, Findings findings)
    {
        var after = Put(WriteGate.Open(before, step, findings), step, partition, slot, fileName: "", findings);
        return after with { IsWiped = after.IsWiped || partition == UserData };
    }

    public PhoneSimulation BootImage(PhoneSimulation before, Step step, Findings findings)
    {
        var open = WriteGate.Open(before, step, findings);
        CheckDownload(before, step, step.BootImage.FileName, isWhole: true, findings);
        return open.InOtherHands() with { Mode = PhoneMode.Recovery, IsModeSure = false, IsAway = true };
    }

    private PhoneSimulation Put(PhoneSimulation before, Step step, string partition, Slot slot, string fileName, Findings findings)
    {
        var facts = before.Facts;
        var isLettered = PhoneFacts.LetteredName(partition, slot) is { } lettered && facts.HasPartition(lettered);
        if (facts.HasSlots(partition) is false && slot != Slot.Unspecified && !isLettered)
        {
            findings.Refuse(FailureCode.AmbiguousVariant, step, $"{partition} has no slots on this phone, and the step names one.");
            return before;
        }

        var names = facts.NamesOf(partition, slot);
        if (names.Count == 0)
        {
            SimulatedLayout.Unknown(before, step, findings, $"{partition} has slots, and the phone does not say which one is current.");
        }

        var bytes = subject.ImageBytes(fileName);
        var after = names.Aggregate(before, (phone, name) => Place(phone, step, name, bytes, findings));
        return after with
        {
            Written = after.Written.SetItems(names.Select(name => KeyValuePair.Create(name, fileName))),
            Unsure = after.Unsure.Except(names),
            IsTouched = true,
        };
    }

    private static PhoneSimulation Place(PhoneSimulation before, Step step, string name, ulong imageBytes, Findings findings)
    {
        if (before.Super is { } super && IsInside(before, super, name))
        {
            return before with { Super = Fill(before, super, step, name, imageBytes, findings) };
        }

        var sizeBytes = before.Facts.PartitionSizeBytes(name);
        var isListed = before.SeenIn.Contains(before.Mode); // an unlock may restart the phone; its partition table stays
        var isAbsent = !before.Facts.HasPartition(name);
        if (isAbsent && before.Facts.ListsPartitions && !isListed)
        {
            var teller = before.Mode == PhoneMode.Fastbootd ? SimulatedLayout.WhoTellsLayout(before) : before.Mode;
            findings.Ask(step, teller, $"Whether the phone has {name}, and how large it is.");
        }
        else if (isAbsent && (before.Facts.ListsPartitions || before.Facts.KnowsFastbootd))
        {
            findings.Refuse(FailureCode.PartitionMissing, step, $"The phone lists its partitions, and {name} is not among them.");
        }
        else if (sizeBytes < imageBytes)
        {
            findings.Refuse(FailureCode.ImageTooBig, step, $"{name} holds {sizeBytes} bytes; the image has {imageBytes}.");
        }

        return before;
    }

    // A logical partition takes the size of what is written to it.
    private static SuperSpace Fill(PhoneSimulation before, SuperSpace super, Step step, string name, ulong imageBytes, Findings findings)
    {
        if (!SimulatedLayout.MayHold(before, super, step, name, findings))
        {
            return super;
        }

        var filled = imageBytes > 0 ? super.With(name, imageBytes) : super; // a partition that is cleared keeps its size
        SimulatedLayout.CheckRoom(filled, step, findings);
        return filled.Fits ? filled : super;
    }

    // What fastbootd is to write and no list holds lies inside super, unless fastbootd was asked.
    private static bool IsInside(PhoneSimulation before, SuperSpace super, string name) =>
        super.Logical.ContainsKey(name)
        || before.Facts.Getvar($"is-logical:{name}") == "yes"
        || (before.Mode == PhoneMode.Fastbootd && !super.IsWhole && before.Facts.PartitionSizeBytes(name) is null);

    // What goes over in one piece must fit into what the phone takes at once.
    private void CheckDownload(PhoneSimulation before, Step step, string fileName, bool isWhole, Findings findings)
    {
        var fileBytes = subject.FileBytes(fileName);
        if (isWhole && TransferLimit.Read(before.Facts) is { } limitBytes && fileBytes > limitBytes)
        {
            findings.Refuse(
                FailureCode.ImageTooBig, step, $"{fileName} goes over whole and has {fileBytes} bytes; the phone takes {limitBytes} at once.");
        }
    }
}
