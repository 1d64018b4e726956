using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Vocabulary;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Compiling;

/// <summary>Reads the value of a key as the vocabulary says, and gathers the files that are named.</summary>
internal sealed class ArgumentReader(ValueReader values, RecipeScope scope, FactTestReader tests)
{
    private static readonly ImmutableArray<string> MemberKeys = ["path", "file"];

    private readonly PartitionReader _partitions = new(values, scope);

    /// <summary>Null when the value is refused.</summary>
    public object? Read(VerbKey key, SourceNode node, List<FileMention> files) => key.Kind switch
    {
        KeyKind.File => ReadFile(node, files),
        KeyKind.Files => ReadFiles(key, node, files),
        KeyKind.Partition => _partitions.Read(node),
        KeyKind.Choice => ReadChoice(key, node),
        KeyKind.Choices => ReadChoices(key, node),
        KeyKind.Flag => ReadFlag(key, node),
        KeyKind.Duration => ReadDuration(key, node),
        KeyKind.Size => ReadSize(key, node),
        KeyKind.Text => ReadText(key, node),
        KeyKind.Code => values.Value(node, ValueRules.Code),
        KeyKind.PathOnPhone => ReadPath(node),
        KeyKind.Tests => tests.ReadAll(node),
        KeyKind.Members => ReadMembers(key, node, files),
    };

    private string? ReadFile(SourceNode node, List<FileMention> files)
    {
        if (values.Value(node, ValueRules.FileName) is not { } name)
        {
            return null;
        }

        if (!scope.FileNames.Contains(name))
        {
            values.Errors.Add(node, RecipeComplaints.UnknownFile(name, NearestWord.To(name, scope.FileNames), scope.FileNames));
            return null;
        }

        files.Add(new FileMention(name, node));
        return name;
    }

    private ImmutableArray<string>? ReadFiles(VerbKey key, SourceNode node, List<FileMention> files)
    {
        var items = node is SourceList list ? list.Items : [node];
        if (items.IsEmpty)
        {
            values.Errors.Add(node, ValueComplaints.EmptyList(key.Name));
            return null;
        }

        var names = ImmutableArray.CreateBuilder<string>(items.Length);
        foreach (var item in items)
        {
            if (ReadFile(item, files) is not { } name)
            {
                continue;
            }

            if (names.Contains(name))
            {
                values.Errors.Add(item, ValueComplaints.Twice(name));
            }

            names.Add(name);
        }

        return names.Count == items.Length ? names.ToImmutable() : null;
    }

    private string? ReadChoice(VerbKey key, SourceNode node)
    {
        if (values.Text(node, key.Name) is not { } word || key.Choices.Contains(word))
        {
            return (node as SourceScalar)?.Text;
        }

        values.Errors.Add(node, ValueComplaints.UnknownWord(key.Name, word, NearestWord.To(word, key.Choices), key.Choices));
        return null;
    }

    private ImmutableArray<string?>? ReadChoices(VerbKey key, SourceNode node)
    {
        var items = node is SourceList list ? list.Items : [node];
        var words = items.Select(item => ReadChoice(key, item)).ToImmutableArray();
        return words.Contains(null) ? null : words;
    }

    private bool? ReadFlag(VerbKey key, SourceNode node)
    {
        if (values.Text(node, key.Name) is not { } text)
        {
            return null;
        }

        if (text is "true" or "false")
        {
            return text == "true";
        }

        values.Errors.Add(node, RecipeComplaints.NotFlag(text));
        return null;
    }

    private TimeSpan? ReadDuration(VerbKey key, SourceNode node)
    {
        if (values.Text(node, key.Name) is not { } text)
        {
            return null;
        }

        if (Quantity.TryReadDuration(text, out var duration) && duration >= key.Shortest && duration <= key.Longest)
        {
            return duration;
        }

        values.Errors.Add(node, RecipeComplaints.BadDuration(text, key.Shortest, key.Longest));
        return null;
    }

    private ulong? ReadSize(VerbKey key, SourceNode node)
    {
        if (values.Text(node, key.Name) is not { } text)
        {
            return null;
        }

        if (Quantity.TryReadSize(text, out var sizeBytes))
        {
            return sizeBytes;
        }

        values.Errors.Add(node, RecipeComplaints.BadSize(text));
        return null;
    }

    private string? ReadText(VerbKey key, SourceNode node)
    {
        if (values.Text(node, key.Name) is not { } text || text.Length <= key.MaxLength)
        {
            return (node as SourceScalar)?.Text;
        }

        values.Errors.Add(node, RecipeComplaints.TextTooLong(key.Name, key.MaxLength));
        return null;
    }

    private string? ReadPath(SourceNode node)
    {
        if (values.Value(node, ValueRules.PathOnPhone) is not { } path
            || AllowList.PushFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)))
        {
            return (node as SourceScalar)?.Text;
        }

        values.Errors.Add(node, RecipeComplaints.PathNotAllowed(path, AllowList.PushFolders));
        return null;
    }

    private ImmutableArray<Unpack.Types.Member?>? ReadMembers(VerbKey key, SourceNode node, List<FileMention> files)
    {
        if (node is not SourceList { Items.IsEmpty: false } list)
        {
            values.Errors.Add(node, ValueComplaints.NotList(key.Name));
            return null;
        }

        var members = list.Items.Select(item => ReadMember(item, files)).ToImmutableArray();
        return members.Contains(null) ? null : members;
    }

    private Unpack.Types.Member? ReadMember(SourceNode node, List<FileMention> files)
    {
        if (values.Map(node, "member", MemberKeys) is not { } map)
        {
            return null;
        }

        var path = values.Required(map, "path", ValueRules.PathInArchive);
        var file = values.Find(map, "file") is { } fileNode ? ReadFile(fileNode, files) : null;
        return path is null || file is null ? null : new Unpack.Types.Member { Path = path, FileName = file };
    }
}
