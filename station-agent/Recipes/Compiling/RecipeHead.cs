using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Vocabulary;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Compiling;

/// <summary>Reads what stands above the steps.</summary>
internal sealed class RecipeHead(ValueReader values, FactTestReader tests, SourceMap map)
{
    private static readonly ImmutableArray<string> SourceKeys = ["project", "file", "sha256", "licence"];

    public string Name() => values.Required(map, "recipe", ValueRules.Code) ?? "";

    public Model Model(ImmutableArray<string> models)
    {
        var model = new Model { Identity = { Identity() } };
        if (values.Required(map, "model", ValueRules.Model) is not { } name)
        {
            return model;
        }

        if (!models.Contains(name))
        {
            values.Errors.Add(map.Find("model")!, RecipeComplaints.OtherModel(name, NearestWord.To(name, models), models));
        }

        var parts = name.Split('/');
        model.Vendor = parts[0];
        model.Codename = parts[1];
        return model;
    }

    public Proof Proof()
    {
        if (values.Find(map, "proof") is not { } node || values.Text(node, "proof") is not { } word)
        {
            return default;
        }

        if (!PlanWords.Proofs.TryFind(word, out var proof))
        {
            var words = PlanWords.Proofs.Words;
            values.Errors.Add(node, ValueComplaints.UnknownWord("proof", word, NearestWord.To(word, words), words));
        }

        return proof;
    }

    /// <summary>"partitions: { tz2: boot-chain }": names that are not in the catalogue.</summary>
    public ImmutableDictionary<string, PartitionClass> Partitions()
    {
        var declared = ImmutableDictionary.CreateBuilder<string, PartitionClass>(StringComparer.Ordinal);
        if (map.Find("partitions") is not { } node)
        {
            return declared.ToImmutable();
        }

        if (node is not SourceMap partitions)
        {
            values.Errors.Add(node, ValueComplaints.NotMap("partitions"));
            return declared.ToImmutable();
        }

        foreach (var entry in partitions.Entries)
        {
            if (values.Value(entry.Key, ValueRules.Partition) is { } name && Class(entry) is { } partitionClass)
            {
                declared[name] = partitionClass;
            }
        }

        return declared.ToImmutable();
    }

    /// <summary>"never-write: [persist]": what exists only once and is written all the same. Only a signed recipe may.</summary>
    public ImmutableArray<string> NeverWrite()
    {
        if (map.Find("never-write") is not { } node)
        {
            return [];
        }

        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var item in node is SourceList list ? list.Items : [node])
        {
            if (values.Value(item, ValueRules.Partition) is not { } name)
            {
                continue;
            }

            if (PartitionCatalogue.ClassOf(name) != PartitionClass.NeverWrite)
            {
                values.Errors.Add(item, RecipeComplaints.NotNeverWrite(name));
            }

            names.Add(name);
        }

        return names.ToImmutable();
    }

    /// <summary>"source: { project: …, file: …, sha256: …, licence: … }"; null when the recipe was written here.</summary>
    public RecipeSource? Source()
    {
        if (map.Find("source") is not { } node || values.Map(node, "source", SourceKeys) is not { } source)
        {
            return null;
        }

        return new RecipeSource(
            values.Required(source, "project", ValueRules.Title) ?? "",
            values.Required(source, "file", ValueRules.Title) ?? "",
            values.Required(source, "sha256", ValueRules.Sha256) ?? "",
            values.Required(source, "licence", ValueRules.Title) ?? "");
    }

    /// <summary>"requires: { getvar.version-bootloader: { at-least: "1.2" } }".</summary>
    public ImmutableArray<FactTest> Requirements() => map.Find("requires") is { } node ? tests.ReadAll(node) : [];

    /// <summary>"rollback: { getvar.anti: 4 }".</summary>
    public ImmutableArray<RollbackMark> RollbackMarks()
    {
        if (map.Find("rollback") is not { } node)
        {
            return [];
        }

        var marks = ImmutableArray.CreateBuilder<RollbackMark>();
        foreach (var test in tests.ReadAll(node))
        {
            if (test.OneOf is { Values: [var value] } && DottedNumber.TryParse(value, out _))
            {
                marks.Add(new RollbackMark { Fact = test.Fact, Value = value });
            }
            else
            {
                values.Errors.Add(node, RecipeComplaints.BadRollbackMark(test.Fact));
            }
        }

        return marks.ToImmutable();
    }

    private PartitionClass? Class(SourceEntry entry)
    {
        var name = entry.Key.Text;
        if (PartitionCatalogue.ClassOf(name) == PartitionClass.NeverWrite
            || PartitionCatalogue.ClassOf(PartitionCatalogue.WithoutSlot(name)) == PartitionClass.NeverWrite)
        {
            values.Errors.Add(entry.Key, RecipeComplaints.NeverWrite(name));
            return null;
        }

        if (values.Text(entry.Value, name) is not { } word)
        {
            return null;
        }

        if (PartitionCatalogue.ClassWords.TryFind(word, out var partitionClass) && partitionClass != PartitionClass.NeverWrite)
        {
            return partitionClass;
        }

        var words = PartitionCatalogue.ClassWords.Words.Remove("never-write");
        values.Errors.Add(entry.Value, ValueComplaints.UnknownWord(name, word, NearestWord.To(word, words), words));
        return null;
    }

    private ImmutableArray<FactTest> Identity()
    {
        if (values.Find(map, "identity") is not { } node)
        {
            return [];
        }

        var identity = tests.ReadAll(node);
        if (!IdentityRule.IsMet(identity))
        {
            values.Errors.Add(node, RecipeComplaints.TooFewIdentitySources(IdentityRule.LeastSources));
        }

        return identity;
    }
}
