using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Espero.Deploy.Tests.Trial;

namespace Espero.Deploy.Tests;

public sealed class RefusedRunTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_port_in_use_is_named_with_the_option_that_chooses_another()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        using var clone = new TrialClone();

        await using var run = clone.StartUp("--http-port", port);

        Assert.Equal(
            $"espero: Port {port} is in use. Another program on this machine listens there. "
            + "Stop it, or choose another port with --http-port.",
            await run.RefusalAsync(Token));
        await Leftovers.GoneAsync(clone);
    }

    [Fact]
    public async Task A_package_that_cannot_be_fetched_is_named_with_what_to_check()
    {
        using var clone = new TrialClone();
        var programs = FakePrograms.Make(clone.PathTo("fakes"), new Dictionary<string, string>
        {
            ["dpkg-query"] = "/usr/bin/dpkg-query \"$@\" | grep -v ' jq$'",
            ["apt-get"] = "echo 'E: Unable to locate package jq' >&2; exit 100",
            ["sudo"] = "exec \"$@\"",
        });

        await using var run = clone.StartUpWith(programs);

        Assert.Matches(
            "^espero: The packages jq could not be installed\\. apt-get ended as shown above \\(all of it: .*\\)\\. "
            + "Check the network and /etc/apt/sources\\.list, then start again\\.$",
            await run.RefusalAsync(Token));
        Assert.Contains("E: Unable to locate package jq", run.Output, StringComparison.Ordinal);
        await Leftovers.GoneAsync(clone);
    }

    [Fact]
    public async Task A_full_disk_is_named_with_what_is_missing_before_anything_starts()
    {
        using var clone = new TrialClone();
        var programs = FakePrograms.Make(clone.PathTo("fakes"), new Dictionary<string, string>
        {
            ["df"] = "printf 'Avail\\n12\\n'",
        });

        await using var run = clone.StartUpWith(programs, "--virtual-phones", "1");

        Assert.Matches(
            "^espero: The disk that holds .*/\\.run/up is full\\. It has 12 MiB left, and \\d+ MiB are needed\\. "
            + "Free some space there and start again\\.$",
            await run.RefusalAsync(Token));
        await Leftovers.GoneAsync(clone);
    }

    [Theory]
    [InlineData("--virtual-phones", "many")]
    [InlineData("--http-port", "99999")]
    [InlineData("--once", "--json")]
    [InlineData("--station-only", "--json")]
    public async Task A_wrong_option_is_refused_with_exit_code_2_before_anything_is_built(string first, string second)
    {
        using var clone = new TrialClone();

        await using var run = clone.StartUp(first, second);

        Assert.Equal(2, await run.WaitForExitAsync(Token));
        Assert.Matches("^espero: .*\\. Try up\\.sh --help\\.$", run.Output);
    }
}
