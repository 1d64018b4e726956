using System.Collections.Frozen;
using System.Collections.Immutable;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Models;

/// <summary>All models that the data sets know, with what each set says about them. Read once; immutable, for many readers.</summary>
public sealed class ModelBook
{
    // One set keeps all its models in one file.
    private const int MaxNodesOfFile = 200_000;

    private readonly FrozenDictionary<string, ModelFacts> _byId;
    private readonly FrozenDictionary<string, ImmutableArray<ModelFacts>> _byCodename;
    private readonly FrozenDictionary<string, ImmutableArray<ModelFacts>> _byAlias;
    private readonly FrozenDictionary<string, ImmutableArray<ModelFacts>> _byNumber;
    private readonly FrozenDictionary<string, ImmutableArray<ModelFacts>> _byTitle;
    private readonly NearNames _near;
    private readonly FrozenDictionary<Origin, ModelFacts> _byOrigin;

    private ModelBook(ImmutableArray<ModelFacts> models, ImmutableArray<SourceError> errors)
    {
        Models = models;
        Errors = errors;
        _byId = models.GroupBy(model => Plain(model.Id)).ToFrozenDictionary(group => group.Key, group => group.First());
        _byCodename = Index(models, model => [model.Codename]);
        _byAlias = Index(models, model => model.Aliases.Select(alias => alias.Value));
        _byNumber = Index(models, model => model.ModelNumbers.SelectMany(number => Numbers(number.Value)));
        _byTitle = Index(models, Titles);
        _near = new NearNames(models);
        Projects = [.. SourceProject.All.Where(project => models.Any(model => model.Origins.Any(origin => origin.DataSet == project.DataSet)))];
        _byOrigin = models.SelectMany(model => model.Origins.Select(origin => (origin, model)))
            .DistinctBy(pair => pair.origin)
            .ToFrozenDictionary(pair => pair.origin, pair => pair.model);
    }

    public static ModelBook Empty { get; } = new([], []);

    /// <summary>In the order of their ids.</summary>
    public ImmutableArray<ModelFacts> Models { get; }

    /// <summary>Files that could not be read; the others stand.</summary>
    public ImmutableArray<SourceError> Errors { get; }

    /// <summary>Whose data it holds.</summary>
    public ImmutableArray<SourceProject> Projects { get; }

    /// <summary>Whether the folder holds data sets or packs at all, without reading them.</summary>
    public static bool IsIn(string folder) =>
        DataSet.All.Any(set => Files(Path.Combine(folder, set.Folder)).Any()) || Packs(folder).Any();

    /// <summary>Reads whichever of the two the folder holds: the data sets themselves, or packs that were made of them.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ModelBook ReadAny(string folder) => Read(folder) is { Models.IsEmpty: false } book ? book : ReadPacks(folder);

    /// <summary>Reads the data sets of a folder, each in the folder of its name; those that are not there are left out.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ModelBook Read(string folder)
    {
        var index = new ModelIndex();
        var errors = ImmutableArray.CreateBuilder<SourceError>();
        foreach (var set in DataSet.All)
        {
            foreach (var path in Files(Path.Combine(folder, set.Folder)))
            {
                var origin = new Origin(set.Folder, Path.GetFileName(path));
                index.AddAll(Load(path, origin.ToString(), errors) is { } map ? set.Read(map, origin) : []);
            }
        }

        return Book(index, errors);
    }

    /// <summary>Reads what imported packs say: the <see cref="ModelPackWriter.FileName"/> of each folder in this one.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ModelBook ReadPacks(string folder)
    {
        var index = new ModelIndex();
        var errors = ImmutableArray.CreateBuilder<SourceError>();
        var packs = Packs(folder)
            .Select(path => Load(path, Path.GetRelativePath(folder, path), errors))
            .OfType<SourceMap>()
            .OrderBy(map => DataSet.RankOf(ModelPackSheets.DataSetOf(map)));
        foreach (var pack in packs)
        {
            index.AddAll(ModelPackSheets.Read(pack));
        }

        return Book(index, errors);
    }

    /// <summary>By "vendor/codename"; null when no set knows it.</summary>
    public ModelFacts? Find(string id) => _byId.GetValueOrDefault(Plain(id));

    /// <summary>The model that a file of a data set is about; null when no set has the file.</summary>
    public ModelFacts? Find(Origin origin) => _byOrigin.GetValueOrDefault(origin);

    public ModelFacts? Find(string vendor, string codename) => Find($"{VendorName.Of(vendor)}/{codename}");

    /// <summary>By codename; a name that only aliases have is looked for among them.</summary>
    public ModelFinding ByCodename(string codename) =>
        Finding(_byCodename, codename) is { IsUnknown: false } found ? found : Finding(_byAlias, codename);

    /// <summary>By what is printed on the phone: "SM-A528B".</summary>
    public ModelFinding ByModelNumber(string number) => Finding(_byNumber, number);

    /// <summary>By a marketing name, with the maker's or without.</summary>
    public ModelFinding ByTitle(string title) => Finding(_byTitle, title);

    /// <summary>By what a phone says of itself. To answer people with, never as permission to write: a recipe proves its model.</summary>
    /// <param name="find">The value of a fact by its name; null when it is not known.</param>
    public ModelFinding ByFacts(Func<string, string?> find) => new ModelFinder(this, find).Find();

    /// <summary>By whatever a person types: id, codename, alias, model number or marketing name; the first that is known.</summary>
    public ModelFinding ByAnyName(string text)
    {
        if (Find(text) is { } model)
        {
            return new ModelFinding([model]);
        }

        var found = ByCodename(text);
        found = found.IsUnknown ? ByModelNumber(text) : found;
        return found.IsUnknown ? ByTitle(text) : found;
    }

    /// <summary>Models with a name like the text, the likeliest first: for a person who left a word out, or mistyped one.</summary>
    public ImmutableArray<ModelFacts> Near(string text, int most) => _near.To(text, most);

    private static SourceMap? Load(string path, string name, ImmutableArray<SourceError>.Builder errors)
    {
        var list = new ErrorList(name);
        var map = SourceReader.Read(File.ReadAllText(path), list, MaxNodesOfFile) as SourceMap;
        errors.AddRange(list.InOrder());
        return map;
    }

    private static ModelBook Book(ModelIndex index, ImmutableArray<SourceError>.Builder errors) =>
        new([.. index.Build().OrderBy(model => model.Id, StringComparer.OrdinalIgnoreCase)], errors.ToImmutable());

    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder)
            .Where(path => Path.GetExtension(path) is ".yml" or ".yaml")
            .Order(StringComparer.Ordinal)
        : [];

    private static IEnumerable<string> Packs(string folder) => Directory.EnumerateDirectories(folder)
        .Select(pack => Path.Combine(pack, ModelPackWriter.FileName))
        .Where(File.Exists)
        .Order(StringComparer.Ordinal);

    // With the maker and without: both are what people call it.
    private static IEnumerable<string> Titles(ModelFacts model) =>
        model.Names.SelectMany(name => new[] { name.Value, $"{model.Vendor} {name.Value}" });

    // "SM-A528B/DS" is the same phone with two SIM cards.
    private static IEnumerable<string> Numbers(string number) =>
        number.EndsWith("/DS", StringComparison.Ordinal) ? [number, number[..^3]] : [number];

    private static FrozenDictionary<string, ImmutableArray<ModelFacts>> Index(
        ImmutableArray<ModelFacts> models, Func<ModelFacts, IEnumerable<string>> names) => models
        .SelectMany(model => names(model).Select(Plain).Distinct().Select(name => (name, model)))
        .GroupBy(pair => pair.name, pair => pair.model)
        .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);

    private static ModelFinding Finding(FrozenDictionary<string, ImmutableArray<ModelFacts>> index, string name) =>
        index.TryGetValue(Plain(name), out var models) ? new ModelFinding(models) : ModelFinding.Nothing;

    private static string Plain(string text) => text.Trim().ToLowerInvariant();
}
