using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Espero.Orchestrator.Dashboard.Texts;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Host.Tests.Dashboard;

public sealed class PageTextsTests
{
    public static TheoryData<string> Names => [.. All().Select(text => text.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_text_is_there_in_both_languages_with_the_same_blanks(string name)
    {
        foreach (var (_, text) in All().Where(text => text.Name == name))
        {
            Assert.NotEmpty(text.English);
            Assert.NotEmpty(text.French);
            Assert.Equal(Blanks(text.English), Blanks(text.French));
        }
    }

    [Theory]
    [InlineData(0, "0 téléphone", "0 phones")]
    [InlineData(1, "1 téléphone", "1 phone")]
    [InlineData(2, "2 téléphones", "2 phones")]
    public void Each_language_counts_its_own_way(int count, string french, string english)
    {
        Assert.Equal(french, PageLanguage.French.Count(PageTexts.FailedPhones, count));
        Assert.Equal(english, PageLanguage.English.Count(PageTexts.FailedPhones, count));
    }

    private static IEnumerable<(string Name, Sentence Text)> All() =>
        from field in typeof(PageTexts).GetFields(BindingFlags.Static | BindingFlags.Public)
        from sentence in Sentences(field.GetValue(null)!)
        select (field.Name, sentence);

    private static IEnumerable<Sentence> Sentences(object text) => text switch
    {
        Sentence sentence => [sentence],
        Counted counted => [counted.One, counted.Many],
        IEnumerable many => many.Cast<Sentence>(),
        _ => throw new InvalidOperationException($"{text} is no text."),
    };

    private static string[] Blanks(string text) => [.. Regex.Matches(text, "\\{[^}]+\\}").Select(match => match.Value).Order()];
}
