using System.Collections.Immutable;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Vocabulary;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing;

/// <summary>
/// Puts a draft into the form of a recipe and adds what no source has: its provenance, the files before anything that can lose
/// data, the classes of partitions that the catalogue does not know, and the look at the end.
/// </summary>
internal static class RecipeAssembler
{
    private const string FirstStart = "20m"; // after a wipe a slow phone needs more than ten

    // In the order in which they must come: what is unpacked has been brought.
    private static readonly ImmutableArray<string> Acquiring =
        [.. VerbCatalogue.All.Where(verb => verb.Group == VerbGroup.Acquire).Select(verb => verb.Name)];

    private static readonly SourceScalar Top = new(1, 1, "", isPlain: false);

    public static SourceMap Assemble(RecipeDraft draft, RecipeSource source)
    {
        SourceMap[] steps = [.. Ordered(draft.Steps)];
        var proof = ProofLevel.Of(steps);
        string[] partitions = [.. steps.SelectMany(PartitionsOf).Distinct().Order(StringComparer.Ordinal)];
        string[] unknown = [.. partitions.Where(name => !PartitionCatalogue.Known.Contains(name) && !IsNeverWrite(name))];
        string[] neverWrite = [.. partitions.Where(IsNeverWrite)];
        var entries = new List<(string Key, SourceNode Value)>
        {
            ("recipe", Text(Top, draft.Name)),
            ("model", Text(Top, draft.Model)),
            ("source", Map(
                Top,
                ("project", Text(Top, source.Project)),
                ("file", Text(Top, source.File)),
                ("sha256", Text(Top, source.Sha256)),
                ("licence", Text(Top, source.Licence)))),
            ("identity", List(Top, draft.Identity)),
            ("proof", Text(Top, proof)),
        };
        if (!draft.Requires.IsEmpty)
        {
            entries.Add(("requires", List(Top, draft.Requires)));
        }

        if (!draft.RollbackMarks.IsEmpty)
        {
            entries.Add(("rollback", Map(Top, draft.RollbackMarks.Select(mark => (mark.Fact, (SourceNode)Text(Top, mark.Value))))));
        }

        if (unknown.Length > 0)
        {
            entries.Add(("partitions", Map(Top, unknown.Select(name => (name, (SourceNode)Text(Top, ClassOf(name)))))));
        }

        if (neverWrite.Length > 0)
        {
            entries.Add(("never-write", List(Top, neverWrite.Select(name => Text(Top, name)))));
        }

        entries.Add(("steps", List(Top, steps.Append(VerifyBoot(proof)))));
        return Map(Top, entries);
    }

    private static IEnumerable<SourceMap> Ordered(ImmutableArray<SourceMap> steps)
    {
        var fetched = steps.Where(step => VerbOf(step) == "fetch").SelectMany(FilesOf).DistinctBy(file => file.Text).ToArray();
        if (fetched.Length > 0)
        {
            yield return Short(Top, "fetch", List(Top, fetched));
        }

        foreach (var verb in Acquiring.Where(verb => verb != "fetch"))
        {
            foreach (var step in steps.Where(step => VerbOf(step) == verb))
            {
                yield return step;
            }
        }

        // Two waits for one thing are one.
        var last = "";
        foreach (var step in steps.Where(step => !Acquiring.Contains(VerbOf(step))))
        {
            var text = SourceWriter.Write(step);
            if (text != last || VerbOf(step) != "await-mode")
            {
                yield return step;
            }

            last = text;
        }
    }

    private static SourceMap VerifyBoot(string proof) =>
        Step(Top, "verify-boot", [("proof", Text(Top, proof)), ("within", Text(Top, FirstStart))]);

    private static string VerbOf(SourceMap step) => step.Entries[0].Key.Text;

    private static IEnumerable<SourceScalar> FilesOf(SourceMap fetch) => ((SourceList)fetch.Entries[0].Value).Items.OfType<SourceScalar>();

    // Samsung's tables write in capitals what others write small; what nobody knows may be what the phone starts with.
    private static string ClassOf(string partition) =>
        PartitionCatalogue.ClassWords.WordOf(PartitionCatalogue.ClassOf(partition) ?? PartitionClass.BootChain);

    private static bool IsNeverWrite(string partition) => PartitionCatalogue.ClassOf(partition) == PartitionClass.NeverWrite;

    private static IEnumerable<string> PartitionsOf(SourceNode node) => node switch
    {
        SourceMap map => map.Entries.SelectMany(entry =>
            entry is { Key.Text: "partition", Value: SourceScalar name } ? [name.Text] : PartitionsOf(entry.Value)),
        SourceList list => list.Items.SelectMany(PartitionsOf),
        _ => [],
    };
}
