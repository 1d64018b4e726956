using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Recipes.Importing;

/// <summary>How much of a data set has become recipes, counted from the recipes themselves.</summary>
public sealed record ImportReport
{
    private ImportReport(ImportedPack pack)
    {
        ImportedRecipe[] recipes = [.. pack.Recipes];
        Files = pack.Files.Length;
        OutOfScope = pack.Files.Count(file => file.IsOutOfScope);
        Compiled = pack.Files.Count(file => file.Compiles);
        Failed = pack.Files.Count(file => file.Fails);
        Recipes = recipes.Length;
        ByProof =
        [
            .. Enum.GetValues<Proof>()
                .Where(proof => proof != Proof.Unspecified)
                .OrderDescending()
                .Select(proof => KeyValuePair.Create(proof, recipes.Count(recipe => recipe.Recipe.Rehearsal.PromisedProof == proof))),
        ];
        NeedNobody = recipes.Count(recipe => recipe.Recipe.Rehearsal.Steps.All(step => step.Ask is null && step.FetchManual is null));
        NeedAPersonsWord = recipes.Count(recipe =>
            IdentityRule.SourcesOf(recipe.Recipe.Rehearsal.Model.Identity).Contains(FactSource.Person));
        NeedASignature = recipes.Count(recipe => !recipe.Recipe.NeverWrite.IsEmpty);
        WithAllHashes = recipes.Count(recipe => recipe.Origins.Files.All(
            file => file.Sha256 is not null || file.Way is Builds.FileWay.Written or Builds.FileWay.Unpacked));
        LeftOut = ByFile(pack, recipe => recipe.LeftOut);
        UnknownPartitions = ByFile(pack, PartitionsOfUnknownClass);
    }

    /// <summary>Of the data set.</summary>
    public int Files { get; }

    /// <summary>Files of which nobody expects a recipe: no phone or tablet, or no longer maintained.</summary>
    public int OutOfScope { get; }

    /// <summary>Files of which every part is a recipe.</summary>
    public int Compiled { get; }

    /// <summary>Files that should be recipes and are not, or not in all their parts.</summary>
    public int Failed { get; }

    public int Recipes { get; }

    /// <summary>How many recipes can reach each level with nobody touching the phone at the end: every level, the surest first.</summary>
    public ImmutableArray<KeyValuePair<Proof, int>> ByProof { get; }

    /// <summary>Recipes that ask nobody for anything on the way either, unless a step fails.</summary>
    public int NeedNobody { get; }

    /// <summary>Recipes whose model the phone alone cannot prove: no data set names its chip.</summary>
    public int NeedAPersonsWord { get; }

    /// <summary>Recipes that write what exists only once.</summary>
    public int NeedASignature { get; }

    /// <summary>Recipes for whose every download the source states a hash.</summary>
    public int WithAllHashes { get; }

    /// <summary>By file: writes that it offers and that the choices made here leave out.</summary>
    public ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> LeftOut { get; }

    /// <summary>By file: partitions that it writes and no catalogue knows, so that they are taken for part of the boot chain.</summary>
    public ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> UnknownPartitions { get; }

    public static ImportReport Of(ImportedPack pack) => new(pack);

    private static ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> ByFile(
        ImportedPack pack, Func<ImportedRecipe, IEnumerable<string>> find) =>
    [
        .. pack.Files
            .Select(file => KeyValuePair.Create<string, ImmutableArray<string>>(file.File, [.. file.Recipes.SelectMany(find).Distinct()]))
            .Where(pair => !pair.Value.IsEmpty),
    ];

    private static IEnumerable<string> PartitionsOfUnknownClass(ImportedRecipe recipe) => recipe.Recipe.Rehearsal.AllSteps()
        .Select(step => step.Flash?.Partition ?? step.Erase?.Partition ?? step.Format?.Partition ?? step.Logical?.Partition)
        .OfType<string>()
        .Where(partition => PartitionCatalogue.ClassOf(partition) is null);
}
