using System.Collections.Immutable;
using System.Globalization;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Builds;

/// <summary>Reads build files (build.yaml).</summary>
public static class BuildFile
{
    private static readonly SourceScalar Top = new(1, 1, "", isPlain: false);
    private static readonly ImmutableArray<string> Keys = ["build", "version", "counter", "models", "files"];
    private static readonly ImmutableArray<string> FileKeys = ["name", "size", "sha256"];

    /// <summary>The build, or every reason why the file is refused.</summary>
    /// <param name="text">The file's content.</param>
    /// <param name="fileName">How messages name the file.</param>
    public static Parsed<Build> Parse(string text, string fileName)
    {
        var errors = new ErrorList(fileName);
        var root = SourceReader.Read(text, errors);
        var reader = new ValueReader(errors);
        if (root is null || reader.Map(root, "build file", Keys) is not { } map)
        {
            return new Parsed<Build>(errors.InOrder());
        }

        var build = new Build
        {
            Name = reader.Required(map, "build", ValueRules.Title) ?? "",
            Version = reader.Required(map, "version", ValueRules.Version) ?? "",
            Counter = reader.WholeNumber(map, "counter", least: 0) ?? 0,
            Models = ReadModels(reader, map),
            Files = ReadFiles(reader, map),
        };

        return errors.IsEmpty ? new Parsed<Build>(build) : new Parsed<Build>(errors.InOrder());
    }

    /// <summary>The text that <see cref="Parse"/> reads as this build; always the same for the same build.</summary>
    public static string Write(Build build) => SourceWriter.Write(Map(
        Top,
        ("build", Text(Top, build.Name)),
        ("version", Text(Top, build.Version)),
        ("counter", Number(build.Counter)),
        ("models", List(Top, build.Models.Select(model => Text(Top, model)))),
        ("files", List(Top, build.Files.Select(file => Map(
            Top, ("name", Text(Top, file.Name)), ("size", Number(file.SizeBytes)), ("sha256", Text(Top, file.Sha256))))))));

    private static SourceScalar Number(ulong number) =>
        new(Top.Line, Top.Column, number.ToString(CultureInfo.InvariantCulture), isPlain: true);

    private static ImmutableArray<string> ReadModels(ValueReader reader, SourceMap map)
    {
        var models = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var node in reader.RequiredList(map, "models"))
        {
            if (reader.Value(node, ValueRules.Model) is { } model && !models.Add(model))
            {
                reader.Errors.Add(node, ValueComplaints.Twice(model));
            }
        }

        return [.. models];
    }

    private static ImmutableArray<ImageFile> ReadFiles(ValueReader reader, SourceMap map)
    {
        var files = new SortedDictionary<string, ImageFile>(StringComparer.Ordinal);
        foreach (var node in reader.RequiredList(map, "files"))
        {
            if (reader.Map(node, "file", FileKeys) is not { } entry)
            {
                continue;
            }

            var name = reader.Required(entry, "name", ValueRules.FileName);
            var sizeBytes = reader.WholeNumber(entry, "size", least: 1);
            var sha256 = reader.Required(entry, "sha256", ValueRules.Sha256);
            if (name is not null && !files.TryAdd(name, new ImageFile(name, sizeBytes ?? 1, sha256 ?? "")))
            {
                reader.Errors.Add(entry, ValueComplaints.Twice(name));
            }
        }

        return [.. files.Values];
    }
}
