using Espero.Deploy.Tests.Trial;
using Espero.Testing.Waiting;

namespace Espero.Deploy.Tests;

public sealed class StoppedRunTests
{
    // system.img takes some eight seconds.
    private const string SlowPhone = "6000000";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ctrl_C_in_the_middle_of_a_write_says_so_finishes_it_and_leaves_nothing_running()
    {
        using var clone = new TrialClone();
        await using var run = await WriteAsync(clone);

        run.Interrupt();

        Assert.Equal(130, await run.WaitForExitAsync(Token));
        Assert.Contains("1 phone is being written; everything stops when that is done.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("left half written", run.Output, StringComparison.Ordinal);
        await Leftovers.GoneAsync(clone);
    }

    [Fact]
    public async Task A_second_Ctrl_C_stops_at_once_and_the_next_run_looks_at_the_phone_and_writes_it()
    {
        using var clone = new TrialClone();
        await using (var run = await WriteAsync(clone))
        {
            run.Interrupt();
            await run.WaitForLineAsync("A second Ctrl-C stops at once", Token);

            run.Interrupt();

            Assert.Equal(130, await run.WaitForExitAsync(Token));
            Assert.Contains("1 phone is left half written: called interrupted at the next start", run.Output, StringComparison.Ordinal);
            await Leftovers.GoneAsync(clone);
        }

        await using var next = clone.StartUp("--virtual-phones", "1", "--once");
        Assert.True(await next.WaitForExitAsync(Token) == 0, next.Output);
        Assert.Contains("Looking first at what the last run left half written: 1 of 1 phones.", next.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 1 phones are written, 0 failed.", next.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_while_the_servers_start_leaves_none_of_them_running()
    {
        using var clone = new TrialClone();
        await using var run = clone.StartUp();
        await UntilServersStartAsync(clone);

        run.Interrupt();

        Assert.Equal(130, await run.WaitForExitAsync(Token));
        await Leftovers.GoneAsync(clone);
    }

    private static async Task<UpRun> WriteAsync(TrialClone clone)
    {
        var run = clone.StartUp("--virtual-phones", "1", "--phone-rate", SlowPhone);
        await run.WaitForLineAsync("granted", Token);
        return run;
    }

    private static Task UntilServersStartAsync(TrialClone clone) => Eventually.HoldsAsync(
        "RabbitMQ is on its way",
        _ => Task.FromResult(Leftovers.Of(clone).Any(line => line.Contains("/rabbit/", StringComparison.Ordinal))),
        TimeSpan.FromMinutes(1),
        TimeProvider.System,
        Token);
}
