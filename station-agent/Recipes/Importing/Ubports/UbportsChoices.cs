using System.Collections.Immutable;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Importing.Ubports;

/// <summary>Finds every choice that can change the steps of an operating system's entry.</summary>
internal static class UbportsChoices
{
    private const int MaxChoices = 64;

    // What a first installation needs. The others, such as a logo or a store of applications, stay as the file proposes them.
    private static readonly ImmutableArray<string> AlwaysDone = ["wipe", "format", "bootstrap", "partition", "firstInstall"];

    /// <summary>Null when there are more than anybody could go through.</summary>
    public static ImmutableArray<UbportsChoice>? Of(SourceMap system)
    {
        var options = system.Maps("options");
        var ticks = options.Where(option => option.Text("type") == "checkbox").Select(option => (option.Text("var") ?? "", Tick(option)));
        var selected = options.Where(option => option.Text("type") != "checkbox").Select(option => option.Text("var") ?? "");
        var mentioned = Mentioned(system).ToLookup(pair => pair.Name, pair => pair.Value);
        IEnumerable<UbportsChoice> choices = [new(ticks.ToImmutableDictionary(pair => pair.Item1, pair => pair.Item2)) { Word = "" }];
        foreach (var name in selected.Where(mentioned.Contains))
        {
            choices = choices.SelectMany(choice => mentioned[name].Distinct().Select(value => With(choice, name, value)));
        }

        ImmutableArray<UbportsChoice> all = [.. choices.Take(MaxChoices + 1)];
        return all.Length <= MaxChoices ? all : null;
    }

    private static string Tick(SourceMap option) =>
        AlwaysDone.Contains(option.Text("var") ?? "") || option.Text("value") == "true" ? "true" : "false";

    private static UbportsChoice With(UbportsChoice choice, string name, string value) =>
        new(choice.Values.SetItem(name, value)) { Word = $"{choice.Word} {value}".Trim() };

    // Only the values that some condition asks for can make a difference.
    private static IEnumerable<(string Name, string Value)> Mentioned(SourceMap system) => system.Maps("steps")
        .Select(step => step.Find("condition"))
        .OfType<SourceMap>()
        .SelectMany(Tests)
        .Select(test => (test.Text("var") ?? "", test.Text("value") ?? ""));

    private static IEnumerable<SourceMap> Tests(SourceMap condition) => condition.Find("var") is not null
        ? [condition]
        : condition.Entries.SelectMany(entry => entry.Value switch
        {
            SourceList list => list.Items.OfType<SourceMap>().SelectMany(Tests),
            SourceMap map => Tests(map),
            _ => [],
        });
}
