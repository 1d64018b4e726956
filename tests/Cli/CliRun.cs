using Espero.Station.Recipes.Words;

namespace Espero.Cli.Tests;

/// <summary>One run of the command in this process: what a shell would see.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Talk)
{
    public static Task<CliRun> RunAsync(Uri orchestrator, params string[] arguments) =>
        RunAsync(orchestrator, language: "en", typed: null, arguments);

    /// <param name="typed">What a person at the terminal answers; null when nobody is there.</param>
    public static async Task<CliRun> RunAsync(Uri orchestrator, string language, string? typed, params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var talk = new StringWriter();
        var variables = new Dictionary<string, string>
        {
            ["ESPERO_ORCHESTRATOR"] = orchestrator.ToString(),
            ["LANG"] = language,
            ["USER"] = "camille",
        };
        var surroundings = new Surroundings(
            output, talk, typed is null ? null : new StringReader(typed), TalkIsTerminal: false, name => variables.GetValueOrDefault(name));
        var exitCode = await EsperoCommand.RunAsync(arguments, surroundings, TestContext.Current.CancellationToken);
        return new CliRun(exitCode, output.ToString(), talk.ToString());
    }
}
