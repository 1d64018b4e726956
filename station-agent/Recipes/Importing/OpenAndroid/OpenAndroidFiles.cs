using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Importing.DraftSteps;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.OpenAndroid;

/// <summary>The files that pages name, in the order in which they name them. The system itself is chosen by a person.</summary>
internal sealed class OpenAndroidFiles(SourceMap head)
{
    public const string Recovery = "recovery.img";
    public const string CopyPartitions = "copy-partitions.zip";
    public const string System = "system.zip";

    private readonly List<OriginFile> _files = [];

    public IReadOnlyList<OriginFile> All => _files;

    /// <summary>A file that an index names.</summary>
    public string Need(string name) => Need(name, FileWay.Index);

    /// <summary>A file that only a person can bring.</summary>
    public string NeedByHand(string name) => Need(name, FileWay.ByHand);

    /// <summary>Brings every file that some page has named so far.</summary>
    public IEnumerable<SourceMap> Steps(SourceNode at)
    {
        var indexed = _files.Where(file => file.Way is FileWay.Index).Select(file => file.Name).ToArray();
        if (indexed.Length > 0)
        {
            yield return Fetch(at, indexed);
        }

        foreach (var file in _files.Where(file => file.Way is FileWay.ByHand))
        {
            yield return Step(at, "fetch-manual", [("file", Text(at, file.Name)), ("sentence", Text(at, AskCodes.ChooseSystem))]);
        }
    }

    private string Need(string name, FileWay way)
    {
        if (!_files.Exists(file => file.Name == name))
        {
            _files.Add(new OriginFile(name, way)
            {
                Address = name == Recovery ? head.Text("twrp-link") : null,
                Role = way is FileWay.Index ? $"{head.Text("device_code")}/{name}" : null,
            });
        }

        return name;
    }
}
