using System.Text.RegularExpressions;
using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Station.Recipes.Models;
using Espero.Testing;
using Verdict = Espero.Orchestrator.Catalog.Verdicts.Verdict;

namespace Espero.Orchestrator.Host.Tests.Catalog.Verdicts;

/// <summary>What holds of every model that public projects know.</summary>
public sealed class PublicVerdictTests
{
    private static readonly string Folder = Repository.PathTo("..", "shared", "devices");

    private static readonly Lazy<(ModelFacts Model, Verdict Verdict)[]> All = new(() =>
    [
        .. ModelBook.Read(Folder).Models.Select(model => (model, VerdictJudge.Judge(model, new VerdictEvidence { Ready = ["Demo 1"] }))),
    ]);

    [Fact]
    public void Whoever_must_be_asked_is_asked_and_nobody_else_is()
    {
        Need();

        Assert.Empty(All.Value
            .Where(one => UnlockWays.RuleOf(one.Model) is null == one.Verdict.Answer is FreedomAnswer.YesWithDelay)
            .Select(one => one.Model.Id));
    }

    [Fact]
    public void Every_delay_says_who_is_asked()
    {
        Need();
        var delayed = All.Value.Where(one => one.Verdict.Answer is FreedomAnswer.YesWithDelay).ToArray();

        Assert.NotEmpty(delayed);
        Assert.All(
            delayed,
            one => Assert.Contains($"({UnlockWays.RuleOf(one.Model)!.MakerName}", one.Verdict.Sentence.French, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("xiaomi/jasmine_sprout", null)]
    [InlineData("xiaomi/laurel_sprout", null)]
    [InlineData("xiaomi/tissot", null)]
    [InlineData("xiaomi/lavender", "xiaomi")]
    [InlineData("xiaomi/fuxi", "xiaomi")]
    [InlineData("oneplus/fajita", "oneplus")]
    public void Each_model_asks_in_the_way_its_files_describe(string id, string? asked)
    {
        Need();

        Assert.Equal(asked, UnlockWays.RuleOf(All.Value.Single(one => one.Model.Id == id).Model)?.Vendor);
    }

    [Fact]
    public void No_sentence_holds_a_makers_bare_id()
    {
        Need();
        var sentences = All.Value.SelectMany(one => one.Verdict.Hands
            .Concat(one.Verdict.Reasons.Select(reason => reason.Sentence))
            .Append(one.Verdict.Whole)
            .SelectMany(sentence => new[] { sentence.English, sentence.French })
            .Where(text => Regex.IsMatch(text, $@"\b{Regex.Escape(one.Model.Vendor)}\b") && one.Model.Vendor.Length > 0));

        Assert.DoesNotContain(sentences, text => !text.Contains("realme", StringComparison.Ordinal)); // realme writes itself so
    }

    [Fact]
    public void A_phone_that_says_its_names_and_its_chip_is_found()
    {
        Need();
        var book = ModelBook.Read(Folder);
        var told = book.Models.Where(model => !model.Chips.IsEmpty && book.ByCodename(model.Codename).Only is not null).ToArray();
        var lost = told.Where(model => book.ByFacts(Facts(model).GetValueOrDefault).Only?.Id != model.Id).Select(model => model.Id).ToArray();

        Assert.True(told.Length > 300, $"Only {told.Length} models tell their chip.");
        Assert.Empty(lost);
    }

    private static Dictionary<string, string> Facts(ModelFacts model) => new()
    {
        ["getprop.ro.product.device"] = model.Codename,
        ["getprop.ro.product.manufacturer"] = model.Vendor,
        ["getprop.ro.board.platform"] = model.Chips[0].Value.Platforms[0],
    };

    private static void Need() =>
        Assert.SkipUnless(Directory.Exists(Folder), $"NOT TESTED: the public device data is not at {Path.GetFullPath(Folder)}.");
}
