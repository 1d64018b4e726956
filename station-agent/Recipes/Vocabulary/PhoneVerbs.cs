using System.Collections.Immutable;
using Espero.Plan.V1;
using Field = Espero.Plan.V1.Step.VerbOneofCase;

namespace Espero.Station.Recipes.Vocabulary;

/// <summary>Looks, waits, moves between modes, and what is done on the phone's own side.</summary>
internal static class PhoneVerbs
{
    // A person may be away for the night; the job's not-before is for longer waits.
    private static readonly TimeSpan LongestAsk = TimeSpan.FromHours(24);
    /// <summary>Of the source's own words beneath an ask; in characters.</summary>
    public const int LongestWords = 1000;

    public static readonly ImmutableArray<Verb> All =
    [
        new("assert", VerbGroup.Gate, Field.Assert, LosesData: false,
            [
                new("tests", KeyKind.Tests) { IsRequired = true },
                new("sentence", KeyKind.Code),
            ])
        {
            ShortKey = "tests",
            Compile = (step, arguments) => step.Assert = new Assert
            {
                Tests = { arguments.Tests("tests") },
                SentenceCode = arguments.Text("sentence"),
            },
        },
        // A person acts with open eyes; what the station itself does afterwards is judged by its own verb.
        new("ask", VerbGroup.Gate, Field.Ask, LosesData: false,
            [
                new("sentence", KeyKind.Code) { IsRequired = true },
                new("picture", KeyKind.Code),
                new("needs", KeyKind.Choices) { Choices = PlanWords.Needs.Words },
                new("mode", KeyKind.Choice) { Choices = PlanWords.Modes.Words },
                new("not-before", KeyKind.Duration) { Longest = LongestAsk },
                new("within", KeyKind.Duration) { Longest = LongestAsk },
                new("words", KeyKind.Text) { MaxLength = LongestWords },
            ])
        {
            ShortKey = "sentence",
            Compile = (step, arguments) => step.Ask = new Ask
            {
                SentenceCode = arguments.Text("sentence"),
                PictureKey = arguments.Text("picture"),
                Needs = { arguments.Choices("needs", PlanWords.Needs) },
                Mode = arguments.Choice("mode", PlanWords.Modes),
                NotBefore = arguments.Duration("not-before"),
                Deadline = arguments.Duration("within"),
                Words = arguments.Text("words"),
            },
        },
        new("await-mode", VerbGroup.Gate, Field.AwaitMode, LosesData: false,
            [
                new("mode", KeyKind.Choice) { IsRequired = true, Choices = PlanWords.Modes.Words },
                new("within", KeyKind.Duration) { IsRequired = true },
            ])
        {
            Compile = (step, arguments) => step.AwaitMode = new AwaitMode
            {
                Mode = arguments.Choice("mode", PlanWords.Modes),
                Deadline = arguments.Duration("within"),
            },
        },
        // Restarting writes nothing of ours, and a phone that cannot start again could not before.
        new("reboot", VerbGroup.Move, Field.Reboot, LosesData: false,
            [new("target", KeyKind.Choice) { IsRequired = true, Choices = PlanWords.RebootTargets.Words }])
        {
            ShortKey = "target",
            Compile = (step, arguments) => step.Reboot = new Reboot { Target = arguments.Choice("target", PlanWords.RebootTargets) },
        },
        // The recovery installs whatever the package says.
        new("sideload", VerbGroup.PhoneSide, Field.Sideload, LosesData: true, [new("file", KeyKind.File) { IsRequired = true }])
        {
            ShortKey = "file",
            Compile = (step, arguments) => step.Sideload = new Sideload { FileName = arguments.Text("file") },
        },
        // Overwrites a file of that name, and fills storage that may be a person's.
        new("push", VerbGroup.PhoneSide, Field.Push, LosesData: true,
            [
                new("file", KeyKind.File) { IsRequired = true },
                new("to", KeyKind.PathOnPhone) { IsRequired = true },
            ])
        {
            Compile = (step, arguments) => step.Push = new Push
            {
                FileName = arguments.Text("file"),
                PathOnPhone = arguments.Text("to"),
            },
        },
        // The list holds commands that wipe; one verb is one answer.
        new("shell", VerbGroup.PhoneSide, Field.Shell, LosesData: true,
            [new("command", KeyKind.Choice) { IsRequired = true, Choices = AllowList.ShellCommands }])
        {
            ShortKey = "command",
            Compile = (step, arguments) => step.Shell = new Shell { Arguments = { arguments.Text("command").Split(' ') } },
        },
    ];
}
