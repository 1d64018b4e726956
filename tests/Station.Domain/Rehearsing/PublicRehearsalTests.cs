using Espero.Station.Domain.Rehearsing;
using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.Models;
using Espero.Testing;

namespace Espero.Station.Domain.Tests.Rehearsing;

/// <summary>Dry runs of everything that the public data give, on twins that the recipes' own data did not supply.</summary>
public sealed class PublicRehearsalTests(ITestOutputHelper output)
{
    private const double LeastRefused = 0.95;

    private static readonly string Folder = Repository.PathTo("..", "shared", "devices");

    [Fact]
    public void Nearly_every_mutant_is_refused_before_anything_can_be_lost()
    {
        Assert.SkipUnless(Directory.Exists(Folder), $"NOT TESTED: the public device data is not at {Path.GetFullPath(Folder)}.");
        var book = ModelBook.Read(Folder);

        var rehearsals = PackSource.All.SelectMany(source => Rehearse(source, book)).ToArray();

        var report = RehearsalReport.Of(rehearsals);
        output.WriteLine($"{report.Recipes} recipes, {report.WithTwin} with a twin, {report.GoThrough} go through.");
        foreach (var (mutation, refused, made) in report.Mutants)
        {
            output.WriteLine($"{mutation}: {refused} of {made} refused");
        }

        Assert.True(report.RefusedShare >= LeastRefused, string.Join('\n', report.Survivors));
    }

    private static IEnumerable<Rehearsal> Rehearse(PackSource source, ModelBook book) =>
        PackImporter.Import(source, Path.Combine(Folder, source.DataSet), book).Recipes.Select(recipe => Rehearsal.Of(
            recipe.Recipe.Rehearsal,
            book.Find(recipe.Recipe.Rehearsal.Model.Vendor, recipe.Recipe.Rehearsal.Model.Codename)?.Without(source.DataSet)));
}
