using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Vocabulary;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Compiling;

/// <summary>Reads a partition's name: known or declared, without a slot's suffix, and never one that exists only once in the world.</summary>
internal sealed class PartitionReader(ValueReader values, RecipeScope scope)
{
    /// <summary>Null when the name is refused.</summary>
    public string? Read(SourceNode node)
    {
        if (values.Value(node, ValueRules.Partition) is not { } name)
        {
            return null;
        }

        if (Refusal(name) is { } complaint)
        {
            values.Errors.Add(node, complaint);
            return null;
        }

        return name;
    }

    private Complaint? Refusal(string name)
    {
        var bare = PartitionCatalogue.WithoutSlot(name);
        if (scope.NeverWrite.Contains(name))
        {
            return null;
        }

        if (PartitionCatalogue.ClassOf(name) == PartitionClass.NeverWrite
            || PartitionCatalogue.ClassOf(bare) == PartitionClass.NeverWrite)
        {
            return RecipeComplaints.NeverWrite(name);
        }

        if (IsValid(name))
        {
            return null;
        }

        if (bare != name && IsValid(bare))
        {
            return RecipeComplaints.SlotInName(name, bare, name[^1..].ToLowerInvariant());
        }

        var valid = PartitionCatalogue.Known.AddRange(scope.Partitions.Keys.Order(StringComparer.Ordinal));
        return RecipeComplaints.UnknownPartition(name, NearestWord.To(name, valid));
    }

    // Letter case counts: it is part of the name that the phone knows.
    private bool IsValid(string name) => PartitionCatalogue.Known.Contains(name) || scope.Partitions.ContainsKey(name);
}
