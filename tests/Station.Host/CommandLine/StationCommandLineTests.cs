using System.CommandLine;
using Espero.Station.CommandLine;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Host.Tests.CommandLine;

public sealed class StationCommandLineTests
{
    [Theory]
    [InlineData("atelier-1")]
    [InlineData("1")]
    [InlineData("a23456789012345678901234567890123456789012345678901234567890123")]
    public void A_name_of_small_letters_digits_and_hyphens_is_taken(string name) => Assert.Empty(ErrorsOf(name));

    [Theory]
    [InlineData("Atelier")]
    [InlineData("-atelier")]
    [InlineData("atelier.1")]
    [InlineData("atelier_1")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public void Any_other_name_is_refused_with_an_example(string name)
    {
        Assert.Contains("like atelier-1", Assert.Single(ErrorsOf(name)), StringComparison.Ordinal);
        Assert.Contains("comme atelier-1", Assert.Single(ErrorsOf(name, "fr")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_help_is_in_the_language_of_whoever_asks()
    {
        var french = new StationCommandLine(In("fr")).Root((_, _) => Task.FromResult(0));

        Assert.Contains("poste", french.Description, StringComparison.Ordinal);
        Assert.All(
            french.Subcommands.Single().Options.OfType<Option>().Where(option => option.Name.StartsWith("--", StringComparison.Ordinal)),
            option => Assert.DoesNotContain(" the ", option.Description ?? "", StringComparison.Ordinal));
    }

    private static IEnumerable<string> ErrorsOf(string name, string language = "en") => new StationCommandLine(In(language))
        .Root((_, _) => Task.FromResult(0))
        .Parse(["run", "--orchestrator", "http://127.0.0.1:7080", $"--station={name}", "--site", "atelier", "--data", "/tmp/station"])
        .Errors
        .Select(error => error.Message);

    private static Surroundings In(string language) =>
        new(TextWriter.Null, TextWriter.Null, null, TalkIsTerminal: false, name => name == "LANG" ? language : null);
}
