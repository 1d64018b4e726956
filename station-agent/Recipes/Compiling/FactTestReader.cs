using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Compiling;

/// <summary>Reads "getvar.product: sargo" and its longer forms.</summary>
internal sealed class FactTestReader(ValueReader values)
{
    private static readonly ImmutableArray<string> Expectations = ["one-of", "matches", "at-least", "present"];

    /// <summary>A map of tests, or a list of such maps.</summary>
    public ImmutableArray<FactTest> ReadAll(SourceNode node)
    {
        var maps = node is SourceList list ? list.Items : [node];
        var tests = ImmutableArray.CreateBuilder<FactTest>();
        foreach (var item in maps)
        {
            if (item is not SourceMap map)
            {
                values.Errors.Add(item, RecipeComplaints.NotATest);
                continue;
            }

            foreach (var entry in map.Entries)
            {
                if (Read(entry) is { } test)
                {
                    tests.Add(test);
                }
            }
        }

        if (tests.Count == 0 && values.Errors.IsEmpty)
        {
            values.Errors.Add(node, RecipeComplaints.NotATest);
        }

        return tests.ToImmutable();
    }

    public FactTest? Read(SourceEntry entry)
    {
        if (!CheckName(entry.Key))
        {
            return null;
        }

        var test = new FactTest { Fact = entry.Key.Text };
        var isGood = entry.Value switch
        {
            SourceMap map => ReadExpectation(map, test),
            SourceList list => ReadOneOf(list, test),
            SourceScalar { IsNothing: true } nothing => Refuse(nothing, ValueComplaints.Missing(entry.Key.Text)),
            SourceScalar scalar => Expect(test, [scalar.Text]),
            _ => false,
        };

        return isGood ? test : null;
    }

    private bool CheckName(SourceScalar key)
    {
        var source = FactName.SourceOf(key.Text);
        if (!FactName.Sources.Contains(source))
        {
            values.Errors.Add(key, RecipeComplaints.UnknownSource(key.Text, NearestWord.To(source, FactName.Sources)));
            return false;
        }

        var name = key.Text.Length > source.Length ? key.Text[(source.Length + 1)..] : "";
        return FactName.IsName(name) || Refuse(key, RecipeComplaints.BadFactName(key.Text));
    }

    private bool ReadExpectation(SourceMap map, FactTest test)
    {
        if (values.Map(map, "test", Expectations) is null)
        {
            return false;
        }

        if (map.Entries is not [var entry])
        {
            return Refuse(map, RecipeComplaints.OneExpectation);
        }

        if (entry.Key.Text == "one-of" && entry.Value is SourceList list)
        {
            return ReadOneOf(list, test);
        }

        return values.Text(entry.Value, entry.Key.Text) is { } text && entry.Key.Text switch
        {
            "one-of" => Expect(test, [text]),
            "matches" => ReadPattern(entry.Value, text, test),
            "at-least" => ReadLeast(entry.Value, text, test),
            "present" => ReadPresent(entry.Value, text, test),
            _ => false,
        };
    }

    private bool ReadOneOf(SourceList list, FactTest test)
    {
        var texts = list.Items.Select(item => values.Text(item, "one-of")).ToList();
        if (texts.Count == 0)
        {
            return Refuse(list, ValueComplaints.EmptyList("one-of"));
        }

        return texts.TrueForAll(text => text is not null) && Expect(test, texts!);
    }

    private static bool Expect(FactTest test, IEnumerable<string> texts)
    {
        test.OneOf = new FactTest.Types.OneOf { Values = { texts } };
        return true;
    }

    private bool ReadPattern(SourceNode node, string text, FactTest test)
    {
        test.Matches = text;
        return FactPattern.TryCreate(text, out _) || Refuse(node, RecipeComplaints.BadPattern(text));
    }

    private bool ReadLeast(SourceNode node, string text, FactTest test)
    {
        test.AtLeast = text;
        return DottedNumber.TryParse(text, out _) || Refuse(node, RecipeComplaints.BadLeast(text));
    }

    private bool ReadPresent(SourceNode node, string text, FactTest test)
    {
        test.Present = text == "true";
        return text is "true" or "false" || Refuse(node, RecipeComplaints.NotFlag(text));
    }

    private bool Refuse(SourceNode node, Complaint complaint)
    {
        values.Errors.Add(node, complaint);
        return false;
    }
}
