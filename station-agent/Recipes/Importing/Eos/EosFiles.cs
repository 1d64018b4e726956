using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.Eos;

/// <summary>The files of one configuration: downloads, and what is taken out of those that are archives.</summary>
internal sealed class EosFiles
{
    private readonly List<OriginFile> _files = [];
    private readonly List<(string Name, SourceMap Keys)> _archives = [];
    private readonly List<(string Archive, string Path, string File)> _members = [];

    public EosFiles(SourceMap map)
    {
        foreach (var one in map.Maps("folder"))
        {
            var address = one.Text("path") ?? "";
            var isArchive = one.Flag("unzip") is true;
            var name = FileNames.Plain(isArchive ? address : one.Text("name") ?? address);
            _files.Add(new OriginFile(name, FileWay.Download) { Address = address });
            if (isArchive)
            {
                _archives.Add((name, one));
            }
        }
    }

    public IReadOnlyList<OriginFile> Files => _files;

    /// <summary>The plain name of a file that a command uses; null when nothing brings it.</summary>
    public string? Find(string path)
    {
        var name = FileNames.Plain(path);
        if (_files.Exists(file => file.Name == name))
        {
            return name;
        }

        if (_archives is not [var archive, ..])
        {
            return null;
        }

        var holding = _archives.Find(candidate => Pattern(candidate.Keys, path) is not null) is { Name: not null } mapped ? mapped : archive;
        _files.Add(new OriginFile(name, FileWay.Unpacked));
        _members.Add((holding.Name, Pattern(holding.Keys, path) ?? path, name));
        return name;
    }

    /// <summary>Brings the downloads, and takes out of the archives what is used.</summary>
    public IEnumerable<SourceMap> Steps(SourceNode at)
    {
        yield return DraftSteps.Fetch(at, _files.Where(file => file.Way is FileWay.Download).Select(file => file.Name));
        foreach (var group in _members.GroupBy(member => member.Archive))
        {
            yield return Step(
                at,
                "unpack",
                [
                    ("archive", Text(at, group.Key)),
                    ("members", List(at, group.Select(member => Map(at, ("path", Text(at, member.Path)), ("file", Text(at, member.File)))))),
                ]);
        }
    }

    // "^dtbo.*img$: dtbo.img" gives the archive's own name as a pattern; one with a star says the same.
    private static string? Pattern(SourceMap archive, string file) => archive.Map("mapping")?.Entries
        .Where(entry => entry.Value is SourceScalar name && name.Text == file)
        .Select(entry => entry.Key.Text.TrimStart('^').TrimEnd('$').Replace(".*", "*", StringComparison.Ordinal).Replace("\\.", ".", StringComparison.Ordinal))
        .FirstOrDefault();
}
