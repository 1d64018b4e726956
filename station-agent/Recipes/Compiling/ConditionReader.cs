using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Compiling;

/// <summary>Reads the tree of tests under "condition". Several entries side by side must all hold.</summary>
internal sealed class ConditionReader(ValueReader values, FactTestReader tests)
{
    public const int MaxDepth = 6;

    public Condition? Read(SourceNode node) => Read(node, depth: 1);

    private Condition? Read(SourceNode node, int depth)
    {
        if (depth > MaxDepth)
        {
            values.Errors.Add(node, RecipeComplaints.ConditionTooDeep(MaxDepth));
            return null;
        }

        if (node is not SourceMap { Entries.IsEmpty: false } map)
        {
            values.Errors.Add(node, RecipeComplaints.NotACondition);
            return null;
        }

        var parts = map.Entries.Select(entry => ReadEntry(entry, depth)).ToList();
        if (parts.Contains(null))
        {
            return null;
        }

        return parts is [{ } single] ? single : new Condition { All = Group(parts!) };
    }

    private Condition? ReadEntry(SourceEntry entry, int depth) => entry.Key.Text switch
    {
        "all" => ReadGroup(entry, depth) is { } all ? new Condition { All = all } : null,
        "any" => ReadGroup(entry, depth) is { } any ? new Condition { Any = any } : null,
        "not" => Read(entry.Value, depth + 1) is { } not ? new Condition { Not = not } : null,
        _ => tests.Read(entry) is { } test ? new Condition { Test = test } : null,
    };

    private Condition.Types.Conditions? ReadGroup(SourceEntry entry, int depth)
    {
        if (entry.Value is not SourceList { Items.IsEmpty: false } list)
        {
            values.Errors.Add(entry.Value, ValueComplaints.NotList(entry.Key.Text));
            return null;
        }

        var parts = list.Items.Select(item => Read(item, depth + 1)).ToImmutableArray();
        return parts.Contains(null) ? null : Group(parts!);
    }

    private static Condition.Types.Conditions Group(IEnumerable<Condition> parts) => new() { Conditions_ = { parts } };
}
