using System.Text;
using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.Models;
using Assert = Xunit.Assert;

namespace Espero.Station.Recipes.Tests.Importing;

/// <summary>Data sets of one invented file each, in a folder of their own.</summary>
internal sealed class SmallDataSets : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("espero-import-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Puts a file into another set's folder: what it says of the model is known to all importers.</summary>
    public void Add(string dataSet, string fileName, string text) => File.WriteAllText(
        Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, dataSet)).FullName, fileName), text);

    /// <param name="kind">Whose importer.</param>
    public ImportedFile Import(string kind, string fileName, string text)
    {
        var source = PackSource.Find(kind)!;
        Add(source.DataSet, fileName, text);
        return PackImporter.Import(source, fileName, Encoding.UTF8.GetBytes(text), ModelBook.Read(_folder));
    }

    /// <summary>The plan of the one recipe of a file that compiles.</summary>
    public Plan.V1.Plan Compile(string kind, string fileName, string text)
    {
        var file = Import(kind, fileName, text);

        Assert.Equal([], file.Errors.Select(error => error.In("en")));
        return Assert.Single(file.Recipes).Recipe.Rehearsal;
    }

    /// <summary>The steps of a plan, each before its fallbacks.</summary>
    public static IEnumerable<Plan.V1.Step> All(Plan.V1.Plan plan) => plan.Steps.SelectMany(Flatten);

    private static IEnumerable<Plan.V1.Step> Flatten(Plan.V1.Step step) => step.Fallback.SelectMany(Flatten).Prepend(step);
}
