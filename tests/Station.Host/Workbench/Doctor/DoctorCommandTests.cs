using System.Text.Json;
using Espero.Station.CommandLine;
using Espero.Station.Recipes.Words;
using Espero.Station.Workbench;
using Espero.Station.Workbench.Doctor;
using Espero.Station.Workbench.Doctor.Udev;

namespace Espero.Station.Host.Tests.Workbench.Doctor;

public sealed class DoctorCommandTests
{
    private static readonly Finding Fine = new("disk", Health.Good, new("Room enough.", "Assez de place."));
    private static readonly Finding Odd = new("clock", Health.Doubtful, new("Nobody knows.", "Nul ne sait."), "set it");
    private static readonly Finding Wrong = new("udev-rules", Health.Bad, new("All closed.", "Tout est fermé."), "open it");

    [Theory]
    [InlineData("en", "[ok] Room enough.\n[?]  Nobody knows.\n      set it\n[!]  All closed.\n      open it\n")]
    [InlineData("fr", "[ok] Assez de place.\n[?]  Nul ne sait.\n      set it\n[!]  Tout est fermé.\n      open it\n")]
    public async Task People_read_each_finding_with_the_command_that_mends_it(string language, string text)
    {
        var (exit, output) = await RunAsync(language, [Fine, Odd, Wrong]);

        Assert.Equal((ExitCode.Failed, text), (exit, output));
    }

    [Fact]
    public async Task What_is_only_doubtful_is_no_failure() =>
        Assert.Equal(ExitCode.Ok, (await RunAsync("en", [Fine, Odd])).Exit);

    [Fact]
    public async Task Programs_read_the_same_in_both_languages_at_once()
    {
        var (_, output) = await RunAsync("fr", [Odd], "-o", "json");

        var finding = Assert.Single(JsonDocument.Parse(output).RootElement.EnumerateArray());
        Assert.Equal(
            "check=clock, health=doubtful, sentence=Nobody knows., sentenceFr=Nul ne sait., mend=set it",
            string.Join(", ", finding.EnumerateObject().Select(field => $"{field.Name}={field.Value.GetString()}")));
    }

    [Fact]
    public async Task The_rules_come_out_as_they_are_kept()
    {
        var (exit, output) = await RunAsync("fr", [Wrong], DoctorCommand.UdevRulesName);

        Assert.Equal((ExitCode.Ok, EsperoRules.Text), (exit, output));
        Assert.Contains(DoctorCommand.UdevRulesName, EsperoRules.Mend, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output)> RunAsync(string language, Finding[] findings, params string[] arguments)
    {
        await using var output = new StringWriter();
        var surroundings = new Surroundings(output, TextWriter.Null, null, TalkIsTerminal: false, name => name == "LANG" ? language : null);
        var exit = await DoctorCommand.Create(surroundings, () => findings)
            .Parse(arguments)
            .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
        return (exit, output.ToString());
    }
}
