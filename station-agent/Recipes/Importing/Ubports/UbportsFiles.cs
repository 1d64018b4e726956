using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.Ubports;

/// <summary>
/// The folders of the installer, in which archives are unpacked over each other and moved about, told again as a flat list of
/// files: what is downloaded, and what is taken out of which archive.
/// </summary>
internal sealed class UbportsFiles
{
    private readonly List<OriginFile> _files = [];
    private readonly Dictionary<(string Group, string Path), string> _names = [];
    private readonly Dictionary<string, UbportsIndex> _indexes = [];
    private readonly List<(string Group, string Archive, string Folder)> _unpacked = [];
    private readonly List<(string Group, string From, string To)> _moved = [];
    private readonly List<(string Archive, string Path, string File, SourceNode At)> _members = [];

    public IReadOnlyList<OriginFile> Files => _files;

    /// <summary>A file at an address; its plain name.</summary>
    public string Add(string group, string path, FileWay way, string? address, UbportsChecksum checksum)
    {
        if (_names.TryGetValue((group, path), out var known))
        {
            return known;
        }

        var name = Unused(FileNames.Plain(path), group);
        _names.Add((group, path), name);
        _files.Add(new OriginFile(name, way) { Address = address, Sha256 = checksum.Sha256, Md5 = checksum.Md5 });
        return name;
    }

    /// <summary>A file that an index at an address names.</summary>
    public string AddIndexed(string name, UbportsIndex index)
    {
        var plain = Unused(name, index.Codename);
        _files.Add(index.File(plain, name));
        return plain;
    }

    /// <summary>A file that a step of the recipe writes.</summary>
    public string AddWritten(string name)
    {
        var plain = Unused(name, "written");
        _files.Add(new OriginFile(plain, FileWay.Written));
        return plain;
    }

    /// <summary>From here on a group's files are those that steps name, found by an index at an address.</summary>
    public void Index(string group, UbportsIndex index) => _indexes[group] = index;

    public void Unpack(string group, string archive, string folder) => _unpacked.Add((group, archive, folder));

    public void Move(string group, string from, string to) => _moved.Add((group, from, to));

    /// <summary>The plain name of a file that a step uses; null when nothing brings it.</summary>
    public string? Find(string group, string path, SourceNode at) => Find(group, path, at, _unpacked.Count);

    // An archive may lie in what was unpacked before it, never in what comes after: so the search ends.
    private string? Find(string group, string path, SourceNode at, int before)
    {
        if (_names.TryGetValue((group, path), out var name))
        {
            return name;
        }

        foreach (var candidate in _moved.Where(move => move.Group == group && IsIn(path, move.To)).Select(move => Under(move.From, path, move.To)).Prepend(path))
        {
            if (FindInArchive(group, candidate, at, before) is { } member)
            {
                _names.Add((group, path), member);
                return member;
            }
        }

        if (!_indexes.TryGetValue(group, out var index))
        {
            return null;
        }

        var indexed = Unused(FileNames.Plain(path), group);
        _names.Add((group, path), indexed);
        _files.Add(index.File(indexed, path));
        return indexed;
    }

    /// <summary>Brings everything that is downloaded.</summary>
    public SourceMap FetchStep(SourceNode at) =>
        DraftSteps.Fetch(at, _files.Where(file => file.Way is FileWay.Download or FileWay.Index).Select(file => file.Name));

    /// <summary>One step for each archive, an archive inside another after that one.</summary>
    public IEnumerable<SourceMap> UnpackSteps() => _members.GroupBy(member => member.Archive).Select(group => Step(
        group.First().At,
        "unpack",
        [
            ("archive", Text(group.First().At, group.Key)),
            ("members", List(group.First().At, group.Select(member => Map(
                member.At, ("path", Text(member.At, member.Path)), ("file", Text(member.At, member.File)))))),
        ]));

    // Several archives may lie over each other in one folder: the one that is called like the file holds it, else the first.
    private string? FindInArchive(string group, string path, SourceNode at, int before)
    {
        var holding = Enumerable.Range(0, before)
            .Where(index => _unpacked[index].Group == group && IsIn(path, _unpacked[index].Folder))
            .ToArray();
        if (holding.Length == 0)
        {
            return null;
        }

        var stem = Path.GetFileNameWithoutExtension(path);
        var chosen = holding.LastOrDefault(index => _unpacked[index].Archive.Contains(stem, StringComparison.OrdinalIgnoreCase), holding[0]);
        if (Find(group, _unpacked[chosen].Archive, at, chosen) is not { } archive)
        {
            return null;
        }

        var inside = path[(_unpacked[chosen].Folder.Length + 1)..];

        var name = Unused(FileNames.Plain(path), group);
        _files.Add(new OriginFile(name, FileWay.Unpacked));
        _members.Add((archive, inside, name, at));
        return name;
    }

    private string Unused(string name, string group)
    {
        var unused = name;
        for (var number = 1; _files.Exists(file => file.Name == unused); number++)
        {
            unused = FileNames.Plain(number == 1 ? $"{RecipeName.Of(group)}-{name}" : $"{RecipeName.Of(group)}-{number}-{name}");
        }

        return unused;
    }

    private static bool IsIn(string path, string folder) => path.StartsWith($"{folder}/", StringComparison.Ordinal);

    private static string Under(string from, string path, string to) => from + path[to.Length..];
}
