using System.Collections.Immutable;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Recipes.Native;

/// <summary>model.yaml: what the formats of others leave unsaid. Its keys are those of a recipe's head, and "leave".</summary>
internal sealed class ModelFile
{
    /// <summary>Never-write partitions whose lines are passed over, because somebody has said so by name.</summary>
    public const string Leave = "leave";

    private static readonly ImmutableArray<string> Keys =
        ["recipe", "model", "identity", "proof", "partitions", "requires", "rollback", Leave];

    private readonly SourceMap? _map;
    private readonly ImmutableArray<string> _left;

    private ModelFile(SourceMap? map, ImmutableArray<string> left)
    {
        (_map, _left) = (map, left);
    }

    public bool IsThere => _map is not null;

    public SourceNode? Find(string key) => _map?.Find(key);

    /// <summary>Whether a line about this partition is passed over.</summary>
    public bool Leaves(string partition) => _left.Contains(partition, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the name is one of the phone's own partitions although no catalogue knows it.</summary>
    public bool Declares(string partition) => Find("partitions") is SourceMap partitions && partitions.Find(partition) is not null;

    public static ModelFile Read(RecipeText? text, ErrorList errors)
    {
        if (text is null)
        {
            return new ModelFile(null, []);
        }

        var own = new ErrorList(text.Name);
        var values = new ValueReader(own);
        var map = SourceReader.Read(text.Text, own) is { } root ? values.Map(root, "model file", Keys) : null;
        var left = map?.Find(Leave) is { } node ? ReadLeft(node, values) : [];
        errors.AddAll(own);
        return new ModelFile(map, left);
    }

    private static ImmutableArray<string> ReadLeft(SourceNode node, ValueReader values)
    {
        var left = ImmutableArray.CreateBuilder<string>();
        foreach (var item in node is SourceList list ? list.Items : [node])
        {
            if (values.Value(item, ValueRules.Partition) is not { } name)
            {
                continue;
            }

            if (PartitionCatalogue.ClassOf(name) != PartitionClass.NeverWrite)
            {
                values.Errors.Add(item, NativeComplaints.NotToLeave(name));
            }

            left.Add(name);
        }

        return left.ToImmutable();
    }
}
