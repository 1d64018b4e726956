using System.Collections.Immutable;
using Espero.Plan.V1;
using Field = Espero.Plan.V1.Step.VerbOneofCase;

namespace Espero.Station.Recipes.Vocabulary;

/// <summary>Changes what is on the phone. Every one of them can lose data.</summary>
internal static class WriteVerbs
{
    private static readonly VerbKey Partition = new("partition", KeyKind.Partition) { IsRequired = true };
    private static readonly VerbKey File = new("file", KeyKind.File) { IsRequired = true };
    private static readonly VerbKey Slot = new("slot", KeyKind.Choice) { Choices = PlanWords.Slots.Words };

    public static readonly ImmutableArray<Verb> All =
    [
        new("flash", VerbGroup.Write, Field.Flash, LosesData: true,
            [
                Partition,
                File,
                Slot,
                new("raw", KeyKind.Flag),
                new("disable-verity", KeyKind.Flag),
                new("disable-verification", KeyKind.Flag),
            ])
        {
            Compile = (step, arguments) => step.Flash = new Flash
            {
                Partition = arguments.Text("partition"),
                FileName = arguments.Text("file"),
                Slot = arguments.Choice("slot", PlanWords.Slots),
                Raw = arguments.Flag("raw"),
                DisableVerity = arguments.Flag("disable-verity"),
                DisableVerification = arguments.Flag("disable-verification"),
            },
        },
        new("erase", VerbGroup.Write, Field.Erase, LosesData: true, [Partition, Slot])
        {
            ShortKey = "partition",
            Compile = (step, arguments) => step.Erase = new Erase
            {
                Partition = arguments.Text("partition"),
                Slot = arguments.Choice("slot", PlanWords.Slots),
            },
        },
        new("format", VerbGroup.Write, Field.Format, LosesData: true,
            [Partition, new("file-system", KeyKind.Choice) { Choices = ["ext4", "f2fs"] }])
        {
            ShortKey = "partition",
            Compile = (step, arguments) => step.Format = new Format
            {
                Partition = arguments.Text("partition"),
                FileSystem = arguments.Text("file-system"),
            },
        },
        // Nothing is written by the bootloader, but the image it starts has every right on the phone, writing included.
        new("boot-image", VerbGroup.Write, Field.BootImage, LosesData: true, [File, new("stage", KeyKind.File)])
        {
            ShortKey = "file",
            Compile = (step, arguments) => step.BootImage = new BootImage
            {
                FileName = arguments.Text("file"),
                StageFileName = arguments.Text("stage"),
            },
        },
        // The other slot's system starts next, on the same user data: an older or foreign one may erase it.
        new("set-slot", VerbGroup.Write, Field.SetSlot, LosesData: true,
            [new("slot", KeyKind.Choice) { IsRequired = true, Choices = ["a", "b", "other"] }])
        {
            ShortKey = "slot",
            Compile = (step, arguments) => step.SetSlot = new SetSlot { Slot = arguments.Choice("slot", PlanWords.Slots) },
        },
        new("logical", VerbGroup.Write, Field.Logical, LosesData: true,
            [
                new("action", KeyKind.Choice) { IsRequired = true, Choices = PlanWords.LogicalActions.Words },
                Partition,
                new("size", KeyKind.Size),
                Slot,
            ])
        {
            Compile = (step, arguments) => step.Logical = new Logical
            {
                Action = arguments.Choice("action", PlanWords.LogicalActions),
                Partition = arguments.Text("partition"),
                SizeBytes = arguments.SizeBytes("size"),
                Slot = arguments.Choice("slot", PlanWords.Slots),
            },
        },
        new("super", VerbGroup.Write, Field.Super, LosesData: true, [File, new("wipe", KeyKind.Flag)])
        {
            ShortKey = "file",
            Compile = (step, arguments) => step.Super = new Super
            {
                FileName = arguments.Text("file"),
                Wipe = arguments.Flag("wipe"),
            },
        },
        // An update that is half merged is lost with it, and with the update the system that was on its way in.
        new("snapshot-cancel", VerbGroup.Write, Field.SnapshotCancel, LosesData: true, [])
        {
            Compile = (step, _) => step.SnapshotCancel = new SnapshotCancel(),
        },
    ];
}
