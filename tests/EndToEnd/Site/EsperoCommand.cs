using System.Text.Json;
using Espero.Testing.Programs;

namespace Espero.EndToEnd.Tests.Site;

/// <summary>The <c>espero</c> command, as a person types it.</summary>
internal sealed class EsperoCommand(string orchestrator)
{
    public const string Person = "Jeanne of the trial";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Runs it and returns whatever it says.</summary>
    public async Task<ProgramResult> TryAsync(CancellationToken cancellationToken, params IEnumerable<string> arguments)
    {
        var english = new Dictionary<string, string?> { ["LANG"] = "C.UTF-8", ["LC_ALL"] = null, ["LANGUAGE"] = null };
        await using var program = ChildProgram.Start(
            EsperoPrograms.Command, [.. arguments, "--orchestrator", orchestrator, "-o", "json"], english);
        return new ProgramResult(await program.WaitForExitAsync(Limit, cancellationToken), program.Output);
    }

    /// <summary>Runs what must succeed and returns its answer.</summary>
    public async Task<JsonElement> AskAsync(CancellationToken cancellationToken, params IEnumerable<string> arguments)
    {
        var result = await TryAsync(cancellationToken, arguments);
        Assert.True(result.ExitCode == 0, $"espero {string.Join(' ', arguments)} ended with {result.ExitCode}: {result.Output}");
        using var answer = JsonDocument.Parse(result.Output);
        return answer.RootElement.Clone();
    }

    public async Task<string> AddBuildAsync(string buildFile, string recipeFile, string files, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(cancellationToken, "builds", "add", buildFile, "--recipe", recipeFile, "--files", files);
        return answer.GetProperty("build").GetProperty("buildId").GetString()!;
    }

    public Task<JsonElement> ReleaseAsync(Guid phone, CancellationToken cancellationToken) =>
        AskAsync(cancellationToken, "release", "--phone", $"{phone}", "--basis", "blank", "--battery-not-swollen", "--by", Person);

    public async Task<Guid> FlashAsync(Guid phone, string build, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(cancellationToken, "flash", "--phone", $"{phone}", "--build", build, "--by", Person);
        return answer.GetProperty("job").GetProperty("jobId").GetGuid();
    }

    public Task<JsonElement> JobAsync(Guid job, CancellationToken cancellationToken) => AskAsync(cancellationToken, "job", $"{job}");

    public Task<JsonElement> RequeueAsync(Guid job, CancellationToken cancellationToken) =>
        AskAsync(cancellationToken, "requeue", "--job", $"{job}", "--reason", "tried again by hand", "--by", Person);
}
