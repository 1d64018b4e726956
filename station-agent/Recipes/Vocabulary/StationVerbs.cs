using System.Collections.Immutable;
using Espero.Plan.V1;
using Field = Espero.Plan.V1.Step.VerbOneofCase;

namespace Espero.Station.Recipes.Vocabulary;

/// <summary>What happens at the station: files are brought, nothing reaches the phone.</summary>
internal static class StationVerbs
{
    public static readonly ImmutableArray<Verb> All =
    [
        new("fetch", VerbGroup.Acquire, Field.Fetch, LosesData: false, [new("files", KeyKind.Files) { IsRequired = true }])
        {
            ShortKey = "files",
            Compile = (step, arguments) => step.Fetch = new Fetch { FileNames = { arguments.Texts("files") } },
        },
        new("fetch-manual", VerbGroup.Acquire, Field.FetchManual, LosesData: false,
            [
                new("file", KeyKind.File) { IsRequired = true },
                new("sentence", KeyKind.Code) { IsRequired = true },
            ])
        {
            Compile = (step, arguments) => step.FetchManual = new FetchManual
            {
                FileName = arguments.Text("file"),
                SentenceCode = arguments.Text("sentence"),
            },
        },
        new("unpack", VerbGroup.Acquire, Field.Unpack, LosesData: false,
            [
                new("archive", KeyKind.File) { IsRequired = true },
                new("members", KeyKind.Members) { IsRequired = true },
            ])
        {
            Compile = (step, arguments) => step.Unpack = new Unpack
            {
                ArchiveFileName = arguments.Text("archive"),
                Members = { arguments.Members("members") },
            },
        },
        new("write-file", VerbGroup.Acquire, Field.WriteFile, LosesData: false,
            [
                new("file", KeyKind.File) { IsRequired = true },
                new("text", KeyKind.Text) { IsRequired = true, MaxLength = 4096 },
            ])
        {
            Compile = (step, arguments) => step.WriteFile = new WriteFile
            {
                FileName = arguments.Text("file"),
                Text = arguments.Text("text"),
            },
        },
    ];
}
