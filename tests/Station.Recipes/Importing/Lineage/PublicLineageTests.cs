using System.Diagnostics;
using System.Text.RegularExpressions;
using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Tests.Models;

namespace Espero.Station.Recipes.Tests.Importing.Lineage;

/// <summary>The importer over the whole LineageOS wiki.</summary>
public sealed partial class PublicLineageTests
{
    private const double LeastShare = 0.92;
    private const int LeastPhones = 265;

    // A native program takes a fraction; a shared machine and the first compilation of everything get room.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public void Nearly_every_maintained_phone_and_tablet_becomes_a_recipe()
    {
        PublicDevices.Need();

        var clock = Stopwatch.StartNew();
        var pack = Import();
        clock.Stop();

        var wanted = pack.Files.Where(file => IsMaintainedPhone(file.File)).ToList();
        var compiled = wanted.Count(file => file.Compiles);
        var output = TestContext.Current.TestOutputHelper;
        output?.WriteLine($"{compiled} of {wanted.Count} maintained phones and tablets compile, {clock.ElapsedMilliseconds} ms");
        foreach (var reason in pack.Files.Where(file => !file.Compiles).GroupBy(file => file.Errors[0].Code))
        {
            output?.WriteLine($"{reason.Key}: {reason.Count()} ({string.Join(", ", reason.Take(20).Select(file => file.File))})");
        }

        Assert.InRange(wanted.Count, LeastPhones, int.MaxValue);
        Assert.True(compiled >= LeastShare * wanted.Count, $"Only {compiled} of {wanted.Count} compile.");
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Limit);
    }

    // Counted from the text of the files, so that the importer cannot choose what it is measured by.
    private static bool IsMaintainedPhone(string file)
    {
        var text = File.ReadAllText(Path.Combine(PublicDevices.Folder, "lineage-wiki", file));
        return PhoneOrTablet().IsMatch(text) && !Orphaned().IsMatch(text);
    }

    [GeneratedRegex(@"^type: (?:phone|phablet|foldable|tablet)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex PhoneOrTablet();

    [GeneratedRegex(@"^maintainers: \[\s*\]", RegexOptions.Multiline)]
    private static partial Regex Orphaned();

    [Fact]
    public void Out_of_scope_is_what_is_no_phone_or_tablet_or_not_maintained()
    {
        PublicDevices.Need();

        var pack = Import();

        Assert.All(pack.Files, file => Assert.NotEqual(IsMaintainedPhone(file.File), file.IsOutOfScope));
        var report = ImportReport.Of(pack);
        Assert.Equal(report.Files, report.OutOfScope + report.Compiled + report.Failed);
    }

    [Fact]
    public void Every_file_is_a_recipe_or_has_a_reason()
    {
        PublicDevices.Need();

        var pack = Import();

        Assert.All(pack.Files, file => Assert.NotEqual(file.Recipes.IsEmpty, file.Errors.IsEmpty));
        Assert.Equal(
            ["no-reason"],
            pack.Files.SelectMany(file => file.Errors).Select(error => error.Code)
                .Except(["not-maintained", "not-a-phone", "other-tool", "own-page"])
                .Append("no-reason"));
    }

    [Fact]
    public void Every_code_that_a_person_meets_has_its_sentence()
    {
        PublicDevices.Need();

        var codes = Import().Recipes
            .SelectMany(recipe => recipe.Recipe.Rehearsal.Steps)
            .SelectMany(step => step.Fallback.Prepend(step))
            .SelectMany(step => new[] { step.Ask?.SentenceCode, step.Assert?.SentenceCode })
            .Where(code => !string.IsNullOrEmpty(code))
            .Distinct();

        Assert.All(codes, code => Assert.NotNull(AskSentences.Find(code!)));
    }

    private static ImportedPack Import() => PackImporter.Import(
        PackSource.Find("lineage")!, Path.Combine(PublicDevices.Folder, "lineage-wiki"), ModelBook.Read(PublicDevices.Folder));
}
