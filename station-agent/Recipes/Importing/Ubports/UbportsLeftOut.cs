using System.Collections.Immutable;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Importing.Ubports;

/// <summary>Finds the writes of an operating system's entry that no choice made here leads to, for the report.</summary>
internal static class UbportsLeftOut
{
    /// <summary>Each as the file has it: "fastboot:flash logo".</summary>
    public static ImmutableArray<string> Of(SourceMap system, ImmutableArray<UbportsChoice> choices) =>
    [
        .. system.Maps("steps")
            .Where(step => !choices.Any(choice => choice.Fits(step.Find("condition"))))
            .SelectMany(step => step.Maps("actions"))
            .SelectMany(action => action.Entries)
            .SelectMany(Writes)
            .Distinct(),
    ];

    private static IEnumerable<string> Writes(SourceEntry action) => action.Value is SourceMap keys
        ? keys.Maps("partitions").Prepend(keys)
            .Select(one => one.Text("partition"))
            .OfType<string>()
            .Select(name => $"{action.Key.Text} {name}")
        : [];
}
