using System.Collections.Immutable;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.Eos;

/// <summary>
/// Reads a configuration of the /e/OS installer: archives, and steps that are pages of a wizard with commands behind them. It names
/// its model only by its file. Pages after the last command tell of accounts and success and are no steps; those that tell how to
/// agree to a command are asked with that command.
/// </summary>
internal static class EosImporter
{
    public const string DataSet = "eos-installer";

    private const string PatchLevel = "getprop.ro.build.version.security_patch";

    public static IEnumerable<RecipeDraft> Read(SourceMap map, ImportScope scope)
    {
        if (ImportedModel.Find(scope, DataSet) is not { } model)
        {
            scope.Errors.Add(map, ImportComplaints.NoModel(scope.FileName));
            yield break;
        }

        var files = new EosFiles(map);
        var items = EosItem.Of(map.Maps("steps"));
        var locks = items.Any(item => item.Words is ["flashing", "lock", ..]);
        SourceMap[] steps = [.. new EosCommands(files, model, scope).Read([.. items.Take(AfterLastCommand(items))])];
        yield return new RecipeDraft
        {
            Name = RecipeName.Of($"{model.Codename} e-os {(locks ? "locked" : "")}"),
            Model = model.Id,
            System = EosSheets.System,
            Identity = ModelIdentity.Of(map, model),
            Requires = Requires(map),
            RollbackMarks = RollbackMarks(map),
            Files = [.. files.Files],
            Steps = [.. files.Steps(map), .. steps],
        };
    }

    // The Android version that must be on the phone before: what lies beneath the new system is not brought with it.
    private static ImmutableArray<SourceNode> Requires(SourceMap map) =>
        [.. map.Text("android") is { } android ? [Test(map, "getprop.ro.build.version.release", "at-least", android)] : Array.Empty<SourceNode>()];

    // A phone that has had newer patches might no longer start once this build is locked in. The project's own program then takes the
    // "-safe" file, which does not lock. Its two files that lock say 2018-01-05, and their phones are newer than that: they are refused
    // by every phone that was ever sold, as the project means it, until it writes another level.
    private static ImmutableArray<(string Fact, string Value)> RollbackMarks(SourceMap map) =>
        map.Text("security_patch_level") is { } level ? [(PatchLevel, level)] : [];

    private static int AfterLastCommand(ImmutableArray<EosItem> items)
    {
        var end = items.Length;
        while (end > 0 && items[end - 1].IsAsk)
        {
            end--;
        }

        return end;
    }
}
