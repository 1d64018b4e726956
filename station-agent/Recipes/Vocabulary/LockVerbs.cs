using System.Collections.Immutable;
using Espero.Plan.V1;
using Field = Espero.Plan.V1.Step.VerbOneofCase;

namespace Espero.Station.Recipes.Vocabulary;

/// <summary>Changes what the phone's bootloader trusts.</summary>
internal static class LockVerbs
{
    public static readonly ImmutableArray<Verb> All =
    [
        // Nearly every phone erases itself when it is unlocked, and again when it is locked. Without "token-file", the code or the file
        // is the phone's own: it comes with the release of that phone, not with the build.
        new("unlock", VerbGroup.Lock, Field.Unlock, LosesData: true,
            [
                new("method", KeyKind.Choice) { IsRequired = true, Choices = PlanWords.UnlockMethods.Words },
                new("token-file", KeyKind.File),
            ])
        {
            ShortKey = "method",
            Compile = (step, arguments) => step.Unlock = new Unlock
            {
                Method = arguments.Choice("method", PlanWords.UnlockMethods),
                TokenFileName = arguments.Text("token-file"),
            },
        },
        new("lock", VerbGroup.Lock, Field.Lock, LosesData: true,
            [new("method", KeyKind.Choice) { Choices = PlanWords.LockMethods.Words }])
        {
            ShortKey = "method",
            StandsAlone = true,
            Compile = (step, arguments) => step.Lock = new Espero.Plan.V1.Lock
            {
                Method = arguments.Choice("method", PlanWords.LockMethods),
            },
        },
        // A system signed with the key that was there before no longer starts, and its data is then out of reach.
        new("avb-key", VerbGroup.Lock, Field.AvbKey, LosesData: true,
            [
                new("file", KeyKind.File),
                new("clear", KeyKind.Flag),
            ])
        {
            ShortKey = "file",
            Compile = (step, arguments) => step.AvbKey = new AvbKey { FileName = arguments.Text("file") },
        },
        // The same word does different things on different vendors' phones.
        new("oem-command", VerbGroup.Lock, Field.OemCommand, LosesData: true,
            [new("command", KeyKind.Choice) { IsRequired = true, Choices = AllowList.OemCommands }])
        {
            ShortKey = "command",
            Compile = (step, arguments) => step.OemCommand = new OemCommand { Command = arguments.Text("command") },
        },
    ];
}
