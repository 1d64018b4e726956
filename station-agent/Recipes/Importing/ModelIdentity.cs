using System.Collections.Immutable;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing;

/// <summary>
/// How a model is told by two sources that cannot be wrong together: the name that its programs give it, and its chip, which
/// often another data set knows. Where none does, a person must say what is printed on the phone; until then its recipe refuses it.
/// </summary>
internal static class ModelIdentity
{
    public static ImmutableArray<SourceNode> Of(SourceNode at, ModelFacts model)
    {
        var platforms = ModelMarks.Of(model, FactName.Platform);
        var second = platforms.IsEmpty
            ? OneOf(at, FactName.PersonModel, ModelMarks.Of(model, FactName.PersonModel))
            : OneOf(at, FactName.Platform, platforms);
        // Not what every set calls it: some give names of their own to variants.
        string[] names = [.. model.Aliases.Select(alias => alias.Value).Where(IsOwn).Prepend(model.Codename).Where(ModelMarks.IsWord).Distinct()];
        return [OneOf(at, FactName.Device, [.. names]), second];
    }

    private static SourceMap OneOf(SourceNode at, string fact, ImmutableArray<string> values) => values is [var only]
        ? Map(at, (fact, Text(at, only)))
        : Map(at, (fact, List(at, values.Select(value => Text(at, value)))));

    /// <summary>Files of other data sets whose facts a recipe for the model holds: its names, its chip, its keys.</summary>
    public static IEnumerable<Origin> BorrowedBy(string dataSet, ModelFacts model) => model.Chips.Select(chip => chip.Origin)
        .Concat(model.Aliases.Concat(model.Names).Concat(model.ModelNumbers).Select(name => name.Origin))
        .Concat(model.Keys.Select(keys => keys.Origin))
        .Where(origin => origin.DataSet != dataSet)
        .Distinct();

    // What a whole family of chips is called names no model of it.
    private static bool IsOwn(string alias) => ChipName.Read(alias) is null;
}
