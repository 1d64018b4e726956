using System.Collections.Immutable;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.Eos;

/// <summary>
/// Reads a configuration of the /e/OS installer: archives, and steps that are pages of a wizard with commands behind them. It names
/// its model only by its file. Pages after the last command tell of accounts and success and are no steps.
/// </summary>
internal static class EosImporter
{
    public const string DataSet = "eos-installer";

    public static IEnumerable<RecipeDraft> Read(SourceMap map, ImportScope scope)
    {
        if (ImportedModel.Find(scope, DataSet) is not { } model)
        {
            scope.Errors.Add(map, ImportComplaints.NoModel(scope.FileName));
            yield break;
        }

        var files = new EosFiles(map);
        var commands = new EosCommands(files, scope);
        var pages = map.Maps("steps");
        var after = pages.FindLastIndex(page => page.Find("command") is not null) + 1;
        SourceMap[] steps = [.. pages.Take(after).SelectMany(commands.Read)];
        yield return new RecipeDraft
        {
            Name = RecipeName.Of($"{model.Codename} e-os {(scope.FileName.Contains("-safe", StringComparison.Ordinal) ? "unlocked" : "")}"),
            Model = model.Id,
            System = EosSheets.System,
            Identity = ModelIdentity.Of(map, model),
            Requires = Requires(map),
            Files = [.. files.Files],
            Steps = [.. files.Steps(map), .. steps],
        };
    }

    // The Android version that must be on the phone before: what lies beneath the new system is not brought with it.
    private static ImmutableArray<SourceNode> Requires(SourceMap map) =>
        [.. map.Text("android") is { } android ? [Test(map, "getprop.ro.build.version.release", "at-least", android)] : Array.Empty<SourceNode>()];

    private static int FindLastIndex(this ImmutableArray<SourceMap> pages, Predicate<SourceMap> fits)
    {
        var last = pages.Length - 1;
        while (last >= 0 && !fits(pages[last]))
        {
            last--;
        }

        return last;
    }
}
