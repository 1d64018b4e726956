using Espero.Station.V1;
using Espero.Testing;
using static Espero.Station.V1.LinkRefused.Types;

namespace Espero.Station.Host.Tests.Link;

public sealed class OrchestratorLinkTests
{
    private const int Lost = 5002;
    private const int Refused = 5003;
    private const int NotReached = 5004;

    [Fact]
    public async Task A_refusal_is_told_in_the_words_of_the_orchestrator()
    {
        await using var rig = await LinkRig.StartAsync();

        await RefuseAsync(await rig.Orchestrator.AcceptAsync(), Reason.TokenMismatch);

        Assert.Contains("because the test says so", await rig.Log.NextAsync(Refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_refusal_the_station_waits_at_least_a_minute()
    {
        await using var rig = await LinkRig.StartAsync();
        await RefuseAsync(await rig.Orchestrator.AcceptAsync(), Reason.TokenMismatch);
        await rig.Log.NextAsync(Refused);

        var waited = await rig.TurnUntilAsync(rig.Orchestrator.AcceptAsync());

        Assert.True(waited >= TimeSpan.FromMinutes(1), $"{waited}");
    }

    [Fact]
    public async Task Three_missed_heartbeats_end_the_link_and_it_comes_back()
    {
        await using var rig = await LinkRig.StartAsync();
        var link = await rig.Orchestrator.WelcomeAsync();
        await link.HearAsync(request => request.PortsSeen);

        var waited = await rig.TurnUntilAsync(rig.Orchestrator.AcceptAsync());

        Assert.True(waited >= 3 * ScriptedOrchestrator.HeartbeatInterval, $"{waited}");
        Assert.Contains("Phones go on being written", await rig.Log.NextAsync(Lost), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_heartbeat_keeps_the_link()
    {
        await using var rig = await LinkRig.StartAsync();
        var link = await rig.Orchestrator.WelcomeAsync();
        await link.HearAsync(request => request.PortsSeen);

        for (var i = 0; i < 5; i++)
        {
            await link.SayAsync(new LinkResponse { Heartbeat = new Heartbeat() });
            await rig.TurnUntilAsync(link.HearAsync(request => request.Heartbeat));
        }
    }

    [Fact]
    public async Task The_token_of_a_welcome_is_kept_on_the_disk_and_shown_at_the_next_hello()
    {
        await using var rig = await LinkRig.StartAsync();
        var link = await rig.Orchestrator.WelcomeAsync();
        Assert.Empty(link.Hello.LinkToken);
        await link.HearAsync(request => request.PortsSeen);
        Assert.Equal("token", await File.ReadAllTextAsync(rig.TokenPath, TestContext.Current.CancellationToken));

        link.End();
        var next = rig.Orchestrator.AcceptAsync();
        await rig.TurnUntilAsync(next);

        Assert.Equal("token", (await next).Hello.LinkToken);
    }

    [Fact]
    public async Task Facts_are_sent_in_order_from_the_cursor_of_the_welcome()
    {
        await using var rig = await LinkRig.StartAsync(facts: 5);
        var link = await rig.Orchestrator.WelcomeAsync(recordedSequence: 2);

        Assert.Equal([3UL, 4, 5], await SequencesAsync(link, count: 3));
    }

    [Fact]
    public async Task A_new_ledger_is_sent_everything_that_is_kept()
    {
        await using var rig = await LinkRig.StartAsync(facts: 3);
        var link = await rig.Orchestrator.WelcomeAsync(recordedSequence: 3);
        await link.HearAsync(request => request.PortsSeen);
        link.End();
        await rig.TurnUntilAsync(rig.Log.NextAsync(Lost));

        var next = rig.Orchestrator.WelcomeAsync(recordedSequence: 3, generation: "restored");
        await rig.TurnUntilAsync(next);

        Assert.Equal([1UL, 2, 3], await SequencesAsync(await next, count: 3));
    }

    [Fact]
    public async Task An_orchestrator_that_was_never_there_was_not_lost()
    {
        await using var rig = await LinkRig.StartAsync(new Uri($"http://127.0.0.1:{FreePort.Find()}"));

        var line = await rig.Log.NextAsync(NotReached);

        Assert.Contains("could not be reached", line, StringComparison.Ordinal);
        Assert.Contains("Check the address", line, StringComparison.Ordinal);
    }

    private static async Task RefuseAsync(ScriptedLink link, Reason reason)
    {
        await link.SayAsync(new LinkResponse { LinkRefused = new LinkRefused { Reason = reason, Detail = "because the test says so." } });
        link.End();
    }

    private static async Task<List<ulong>> SequencesAsync(ScriptedLink link, int count)
    {
        var sequences = new List<ulong>();
        while (sequences.Count < count)
        {
            sequences.Add((await link.HearAsync(request => request.Fact)).Sequence);
        }

        return sequences;
    }
}
