using System.Text.Json;
using Espero.Deploy.Tests.Trial;

namespace Espero.Deploy.Tests;

public sealed class FullRunTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_virtual_phones_end_written_and_counted_in_one_line_of_json_and_so_they_do_again()
    {
        using var clone = new TrialClone();

        await AssertWritesTwoAsync(clone);
        await AssertWritesTwoAsync(clone);
    }

    [Fact]
    public async Task A_lone_station_lives_beside_a_full_run_of_the_same_clone()
    {
        using var clone = new TrialClone();
        await using var full = clone.StartUp();
        await full.WaitForLineAsync("Ctrl-C stops everything", Token);

        await using var lone = clone.StartUp(
            "--station-only", "--orchestrator", full.Orchestrator, "--station", "beside", "--virtual-phones", "1");

        await lone.WaitForLineAsync("^Station beside is linked to", Token);
        lone.Interrupt();
        Assert.Equal(130, await lone.WaitForExitAsync(Token));
        full.Interrupt();
        Assert.Equal(130, await full.WaitForExitAsync(Token));
        await Leftovers.GoneAsync(clone);
    }

    private static async Task AssertWritesTwoAsync(TrialClone clone)
    {
        await using var run = clone.StartUp("--virtual-phones", "2", "--once", "--json");

        var exit = await run.WaitForExitAsync(Token);

        Assert.True(exit == 0, run.Output);
        using var answer = JsonDocument.Parse(run.Output.Split('\n')[^1]);
        Assert.Equal(2, answer.RootElement.GetProperty("phones").GetInt32());
        Assert.Equal(2, answer.RootElement.GetProperty("written").GetInt32());
        Assert.Equal(0, answer.RootElement.GetProperty("failed").GetInt32());
        Assert.InRange(answer.RootElement.GetProperty("seconds").GetDouble(), 3, 180);
    }
}
