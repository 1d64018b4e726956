using Espero.Station.Domain.Rehearsing;
using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.Models;
using Espero.Testing;

namespace Espero.Station.Domain.Tests.Rehearsing;

/// <summary>Dry runs of everything that the public data give.</summary>
public sealed class PublicRehearsalTests(ITestOutputHelper output)
{
    private const double LeastRefused = 0.95;
    private const double LeastOfOne = 0.9;

    // Where a change makes recipes, twins or mutants disappear, the share alone would not show it.
    private const int LeastThrough = 405;
    private const int LeastConfirmed = 150;
    private const int LeastMutants = 2550;

    private static readonly string Folder = Repository.PathTo("..", "shared", "devices");

    [Fact]
    public void Nearly_every_mutant_is_refused_before_anything_can_be_lost()
    {
        Assert.SkipUnless(Directory.Exists(Folder), $"NOT TESTED: the public device data is not at {Path.GetFullPath(Folder)}.");
        var book = ModelBook.Read(Folder);

        var rehearsals = PackSource.All
            .SelectMany(source => PackRehearsal.Run(PackImporter.Import(source, Path.Combine(Folder, source.DataSet), book), book))
            .ToArray();

        var report = RehearsalReport.Of(rehearsals);
        Describe(report);
        Assert.True(report.RefusedShare >= LeastRefused, string.Join('\n', report.Survivors));
        Assert.Equal(Enum.GetValues<Mutation>(), report.Mutants.Select(mutation => mutation.Mutation));
        Assert.All(report.Mutants, mutation => Assert.True(IsRefused(mutation), mutation.ToString()));
        Assert.InRange(report.GoThrough, LeastThrough, report.Recipes);
        Assert.InRange(report.Recipes - report.Unconfirmed.Length, LeastConfirmed, report.Recipes);
        Assert.InRange(report.MutantsMade, LeastMutants, int.MaxValue);
    }

    private static bool IsRefused((Mutation Mutation, int Refused, int Made) mutation) => mutation.Refused >= mutation.Made * LeastOfOne;

    private void Describe(RehearsalReport report)
    {
        output.WriteLine($"{report.Recipes} recipes, {report.GoThrough} go through.");
        foreach (var (level, count) in report.ByConfirmation)
        {
            output.WriteLine($"confirmed {level}: {count}");
        }

        foreach (var (mutation, refused, made) in report.Mutants)
        {
            output.WriteLine($"{mutation}: {refused} of {made} refused");
        }

        foreach (var group in report.Survivors.GroupBy(one => (one.Mutation, one.Ending)))
        {
            output.WriteLine($"{group.Key}: {group.Count()}, such as {string.Join(", ", group.Take(5).Select(one => one.Recipe))}");
        }

        foreach (var group in report.Refused.GroupBy(one => (one.Refusals[0].FailureCode, one.Refusals[0].Detail)))
        {
            output.WriteLine($"refused {group.Key}: {group.Count()}, such as {string.Join(", ", group.Take(5).Select(one => one.Recipe))}");
        }
    }
}
