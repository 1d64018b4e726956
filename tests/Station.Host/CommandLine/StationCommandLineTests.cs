using Espero.Station.CommandLine;

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
    public void Any_other_name_is_refused_with_an_example(string name) =>
        Assert.Contains("like atelier-1", Assert.Single(ErrorsOf(name)), StringComparison.Ordinal);

    private static IEnumerable<string> ErrorsOf(string name) => new StationCommandLine()
        .Root((_, _) => Task.FromResult(0))
        .Parse(["run", "--orchestrator", "http://127.0.0.1:7080", $"--station={name}", "--site", "atelier", "--data", "/tmp/station"])
        .Errors
        .Select(error => error.Message);
}
