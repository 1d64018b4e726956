using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Importing.Lineage;

/// <summary>
/// Turns a device file of the LineageOS wiki into a recipe. The file states facts, and the wiki's pages say what follows from them;
/// what only a page of one device says is not in the data, and such a file is refused with that reason.
/// </summary>
internal static class LineageImporter
{
    public static IEnumerable<RecipeDraft> Read(SourceMap map, ImportScope scope)
    {
        var origin = new Origin("lineage-wiki", scope.FileName);
        if (LineageSheets.Read(map, origin).FirstOrDefault() is not { } own)
        {
            scope.Errors.Add(map, LineageComplaints.NoModel);
            yield break;
        }

        if (Refusal(map, own) is var (node, complaint))
        {
            scope.Errors.Add(node, complaint);
            yield break;
        }

        var model = scope.Book.Find(own.Id) ?? own;
        var device = new LineageDevice(map, own);
        var files = new LineageFiles(device);
        yield return new RecipeDraft
        {
            Name = Name(scope.FileName),
            Model = model.Id,
            System = $"{LineageSheets.System} {map.Text("current_branch")} {own.Codename}".Replace("  ", " ", StringComparison.Ordinal),
            Identity = ModelIdentity.Of(map, model),
            Requires = LineageFirmware.Requirements(map),
            Files = files.All,
            Steps = [.. Steps(device, files)],
        };
    }

    private static IEnumerable<SourceMap> Steps(LineageDevice device, LineageFiles files) =>
    [
        DraftSteps.Fetch(device.At, files.All.Select(file => file.Name)),
        .. LineageFirmware.Questions(device),
        .. device.IsDownloadMode ? DownloadModeFlow.Steps(device) : FastbootFlow.Steps(device),
        .. RecoveryFlow.Steps(device),
    ];

    private static (SourceNode At, Complaint Complaint)? Refusal(SourceMap map, ModelFacts model)
    {
        if (model.Kinds[0].Value is PhoneKind.Other)
        {
            return (map.Find("type") ?? map, LineageComplaints.NotAPhone(map.Text("type") ?? ""));
        }

        if (model.Systems[0].Value.IsMaintained is not true)
        {
            return (map.Find("maintainers") ?? map, LineageComplaints.NotMaintained);
        }

        var method = map.Text("install_method") ?? "";
        if (!LineageDevice.IsFastboot(method) && method != LineageDevice.DownloadModeMethod)
        {
            return (map.Find("install_method") ?? map, LineageComplaints.OtherTool(method));
        }

        return LineagePages.Unknown(map) is var (node, page) ? (node, LineageComplaints.OwnPage(page)) : null;
    }

    // "Mi8937_variant1.yml" is the recipe "lineage-mi8937-variant1".
    private static string Name(string fileName) => "lineage-" + string.Concat(
        Path.GetFileNameWithoutExtension(fileName).ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
}
