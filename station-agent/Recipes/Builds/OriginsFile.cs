using System.Collections.Immutable;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Builds;

/// <summary>Reads origins files: beside a recipe, under its name with <see cref="Suffix"/>.</summary>
public static class OriginsFile
{
    public const string Suffix = ".origins.yaml";

    internal static readonly ImmutableArray<string> Keys = ["system", "models", "facts-from", "files"];

    internal static readonly ImmutableArray<string> FileKeys =
        ["name", "way", "address", "codename", "role", "choose", "sha256", "md5"];

    /// <summary>Where the files of a recipe come from, or every reason why the file is refused.</summary>
    /// <param name="text">The file's content.</param>
    /// <param name="fileName">How messages name the file.</param>
    public static Parsed<OriginList> Parse(string text, string fileName)
    {
        var errors = new ErrorList(fileName);
        var reader = new ValueReader(errors);
        if (SourceReader.Read(text, errors) is not { } root || reader.Map(root, "origins file", Keys) is not { } map)
        {
            return new Parsed<OriginList>(errors.InOrder());
        }

        var list = new OriginList(
            reader.Required(map, "system", ValueRules.Title) ?? "",
            [.. reader.RequiredList(map, "models").Select(model => reader.Value(model, ValueRules.Model)).OfType<string>()],
            ReadFiles(reader, map));
        return errors.IsEmpty ? new Parsed<OriginList>(list) : new Parsed<OriginList>(errors.InOrder());
    }

    private static ImmutableArray<OriginFile> ReadFiles(ValueReader reader, SourceMap map)
    {
        var files = ImmutableArray.CreateBuilder<OriginFile>();
        foreach (var node in reader.RequiredList(map, "files"))
        {
            if (reader.Map(node, "file", FileKeys) is not { } entry
                || reader.Required(entry, "name", ValueRules.FileName) is not { } name
                || ReadWay(reader, entry) is not { } way)
            {
                continue;
            }

            if (files.Any(file => file.Name == name))
            {
                reader.Errors.Add(entry, ValueComplaints.Twice(name));
            }

            files.Add(new OriginFile(name, way)
            {
                Address = Maybe(reader, entry, "address", ValueRules.Address),
                Codename = Maybe(reader, entry, "codename", ValueRules.Title),
                Role = Maybe(reader, entry, "role", ValueRules.Title),
                Sha256 = Maybe(reader, entry, "sha256", ValueRules.Sha256),
                Md5 = Maybe(reader, entry, "md5", ValueRules.Md5),
                ToChoose = entry.Find("choose") is SourceList choices
                    ? [.. choices.Items.Select(choice => reader.Value(choice, ValueRules.Title)).OfType<string>()]
                    : [],
            });
        }

        return files.ToImmutable();
    }

    private static FileWay? ReadWay(ValueReader reader, SourceMap entry)
    {
        if (reader.Find(entry, "way") is not { } node || reader.Text(node, "way") is not { } word)
        {
            return null;
        }

        if (OriginWords.Ways.TryFind(word, out var way))
        {
            return way;
        }

        reader.Errors.Add(node, ValueComplaints.UnknownWord("way", word, NearestWord.To(word, OriginWords.Ways.Words), OriginWords.Ways.Words));
        return null;
    }

    private static string? Maybe(ValueReader reader, SourceMap entry, string key, ValueRule rule) =>
        entry.Find(key) is { } node ? reader.Value(node, rule) : null;
}
