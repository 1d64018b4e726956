using System.Collections.Immutable;
using System.Globalization;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Source;

/// <summary>Takes values out of nodes. What is wrong is added to the errors, and the answer is then null.</summary>
internal sealed class ValueReader(ErrorList errors)
{
    public ErrorList Errors => errors;

    /// <summary>The node as a map that has only these keys.</summary>
    public SourceMap? Map(SourceNode node, string what, ImmutableArray<string> keys)
    {
        if (node is not SourceMap map)
        {
            errors.Add(node, ValueComplaints.NotMap(what));
            return null;
        }

        foreach (var entry in map.Entries.Where(entry => !keys.Contains(entry.Key.Text)))
        {
            errors.Add(entry.Key, ValueComplaints.UnknownKey(entry.Key.Text, NearestWord.To(entry.Key.Text, keys), keys));
        }

        return map;
    }

    public string? Required(SourceMap map, string key, ValueRule rule) =>
        Find(map, key) is { } node ? Value(node, rule) : null;

    public SourceNode? Find(SourceMap map, string key)
    {
        var node = map.Find(key);
        if (node is null or SourceScalar { IsNothing: true })
        {
            errors.Add(node ?? map, ValueComplaints.Missing(key));
            return null;
        }

        return node;
    }

    public ImmutableArray<SourceNode> RequiredList(SourceMap map, string key)
    {
        if (Find(map, key) is not { } node)
        {
            return [];
        }

        if (node is not SourceList list)
        {
            errors.Add(node, ValueComplaints.NotList(key));
            return [];
        }

        if (list.Items.IsEmpty)
        {
            errors.Add(node, ValueComplaints.EmptyList(key));
        }

        return list.Items;
    }

    public ulong? WholeNumber(SourceMap map, string key, ulong least)
    {
        if (Find(map, key) is not { } node || Text(node, key) is not { } text)
        {
            return null;
        }

        // Sizes travel as signed numbers in databases and in JSON.
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= long.MaxValue)
        {
            return number;
        }

        errors.Add(node, ValueComplaints.NotNumber(text, least));
        return null;
    }

    public string? Value(SourceNode node, ValueRule rule)
    {
        if (Text(node, "value") is not { } text)
        {
            return null;
        }

        if (rule.Pattern.IsMatch(text))
        {
            return text;
        }

        errors.Add(node, ValueComplaints.Shape(text, rule.Wanted));
        return null;
    }

    public string? Text(SourceNode node, string key)
    {
        if (node is SourceScalar scalar)
        {
            return scalar.Text;
        }

        errors.Add(node, ValueComplaints.NotText(key));
        return null;
    }
}
