using Espero.VirtualPhone.CommandLine;
using Espero.VirtualPhone.Tests.Doubles;

namespace Espero.VirtualPhone.Tests.Program;

public sealed class ProgramTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task It_says_one_line_when_ready_keeps_its_phone_and_ends_well_when_told_to()
    {
        await using (var program = await RunningProgram.StartAsync("--model", "virtual-a", "--store", _directory.Path, "--serial", "KEPT"))
        {
            Assert.Matches(@"^listening on tcp:127\.0\.0\.1:\d+$", program.ReadyLine);
            Assert.Equal(0, (await program.FastbootAsync("set_active", "b")).ExitCode);
            Assert.Equal(PhoneProgram.Ok, await program.StopAsync());
            Assert.Equal([program.ReadyLine], program.Lines);
        }

        await using var again = await RunningProgram.StartAsync("--model", "virtual-a", "--store", _directory.Path);
        Assert.Contains("current-slot: b", (await again.FastbootAsync("getvar", "current-slot")).Output, StringComparison.Ordinal);
        Assert.Contains("serialno: KEPT", (await again.FastbootAsync("getvar", "serialno")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_user_signal_holds_the_keys()
    {
        await using var program = await RunningProgram.StartAsync(
            "--model", "virtual-b", "--store", _directory.Path, "--mode", "system");

        await program.SignalAsync("USR1");

        // fastboot itself waits for a network phone that refuses it.
        Assert.Contains("virtual-b", (await program.FastbootAsync("getvar", "product")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_starts_with_an_example()
    {
        var (exit, output, _) = await RunAsync("--help");

        Assert.Equal(PhoneProgram.Ok, exit);
        Assert.StartsWith("Example:", output, StringComparison.Ordinal);
        Assert.Contains("--fault", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Give either --model or --from")]
    [InlineData("Give either --model or --from", "--model", "virtual-a", "--from", "facts.json")]
    [InlineData("no address", "--model", "virtual-a", "--udp", "tcp:127.0.0.1:0")]
    [InlineData("neither anybody, ask nor accept", "--model", "virtual-a", "--adb-trust", "nobody")]
    [InlineData("no temperature", "--model", "virtual-a", "--temperature", "hot")]
    [InlineData("There is no model 'x'", "--model", "x")]
    [InlineData("no address", "--model", "virtual-a", "--listen", "127.0.0.1:0")]
    [InlineData("no address", "--model", "virtual-a", "--listen", "tcp:127.0.0.1")]
    [InlineData("no serial", "--model", "virtual-a", "--serial", "a b")]
    [InlineData("neither on nor off", "--model", "virtual-a", "--oem-unlock", "maybe")]
    [InlineData("no charge", "--model", "virtual-a", "--battery", "101")]
    [InlineData("no number of bytes", "--model", "virtual-a", "--rate", "0")]
    [InlineData("no number of bytes", "--model", "virtual-a", "--max-download-size", "0x100000000")]
    [InlineData("no time", "--model", "virtual-a", "--boot-time", "-1")]
    [InlineData("no mode to start in", "--model", "virtual-a", "--mode", "booting")]
    [InlineData("is not understood", "--model", "virtual-a", "--fault", "fail@0:x")]
    public async Task A_wrong_option_is_named_and_ends_with_2(string complaint, params string[] arguments)
    {
        var (exit, _, error) = await RunAsync([.. arguments, "--store", _directory.Path]);

        Assert.Equal(PhoneProgram.Usage, exit);
        Assert.Contains(complaint, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_use_is_one_sentence_and_ends_with_1()
    {
        await using var phone = RunningPhone.Start();

        var (exit, output, error) = await RunAsync("--model", "virtual-a", "--store", _directory.Path, "--listen", phone.Server.Target);

        Assert.Equal((PhoneProgram.Failed, ""), (exit, output));
        Assert.StartsWith($"espero-phone: Cannot listen on {phone.Server.Target}", error, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await PhoneProgram.RunAsync(arguments, output, error, TestContext.Current.CancellationToken);
        return (exit, output.ToString(), error.ToString());
    }
}
