using System.CommandLine;
using Espero.Station.Recipes.Words;
using Espero.Station.Workbench;

namespace Espero.Station.Host.Tests.Workbench;

public sealed class FlashOptionsTests
{
    private static readonly string[] Needed = ["--phone", "1-2", "--recipe", "one.yaml", "--files", "."];

    [Theory]
    [InlineData("--yes-erase", "--by", "")]
    [InlineData("--by", " ")]
    public void A_release_is_given_by_somebody_with_a_name(params string[] more) =>
        Assert.Contains("--by", Assert.Single(Parse(more).Errors).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData]
    [InlineData("--yes-erase", "--by", "A. Person")]
    public void A_named_person_and_none_at_all_are_understood(params string[] more) => Assert.Empty(Parse(more).Errors);

    private static ParseResult Parse(string[] more)
    {
        var root = new RootCommand();
        foreach (var option in new FlashOptions(new Surroundings(TextWriter.Null, TextWriter.Null, null, TalkIsTerminal: false, _ => null)).All)
        {
            root.Add(option);
        }

        return root.Parse([.. Needed, .. more]);
    }
}
