using System.Collections.Immutable;
using Espero.Station.Protocols.Odin;

namespace Espero.Station.Protocols.Tests.Odin;

/// <summary>
/// heimdall itself where it can be run without a phone; elsewhere a program that says what heimdall 1.4.2 says.
/// </summary>
public sealed class HeimdallTests : IDisposable
{
    // What the real one prints before it does anything.
    private const string Greeting = "Heimdall v1.4.2\n\nInitialising connection...\nDetecting device...\n";
    private const string Begun = Greeting + "Claiming interface...\nSetting up interface...\n\nInitialising protocol...\n"
        + "Protocol initialisation successful.\n\nBeginning session...\n\nSession begun.\n\n";

    private readonly TempFolder _files = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task The_real_program_sees_that_there_is_no_phone()
    {
        var answer = await new Heimdall(new HeimdallOptions(), TimeProvider.System).DetectAsync(Stop);

        Assert.True(answer.Succeeded, answer.Error?.Text);
        Assert.False(answer.Value);
    }

    [Fact]
    public async Task The_real_program_without_a_phone_reads_no_table()
    {
        var answer = await new Heimdall(new HeimdallOptions(), TimeProvider.System).ReadPitAsync(Stop);

        Assert.Equal(OdinFailure.NotFound, answer.Error?.Failure);
    }

    [Fact]
    public async Task A_missing_program_is_told_apart_from_a_missing_phone()
    {
        var answer = await new Heimdall(new HeimdallOptions { Program = _files["none"] }, TimeProvider.System).DetectAsync(Stop);

        Assert.Equal(OdinFailure.ProgramMissing, answer.Error?.Failure);
        Assert.Contains("heimdall-flash", answer.Error?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Whether_the_program_is_there_is_known_without_running_it()
    {
        Assert.Null(new Heimdall(new HeimdallOptions(), TimeProvider.System).Absence);
        var missing = new Heimdall(new HeimdallOptions { Program = "no-such-heimdall" }, TimeProvider.System);
        Assert.Equal(OdinFailure.ProgramMissing, missing.Absence?.Failure);
    }

    [Fact]
    public async Task A_session_that_an_earlier_program_left_open_is_gone_on_with()
    {
        var table = _files.Write("phone.pit", PitBytes.Example());
        var heimdall = new Heimdall(
            new HeimdallOptions
            {
                Program = Script(
                    $"""
                    echo "$@" >> '{_files["arguments"]}'
                    case "$*" in
                        *--resume*) cp '{table}' "$3" ;;
                        *) echo 'ERROR: Failed to receive handshake response. Result: -7'; exit 1 ;;
                    esac
                    """),
            },
            TimeProvider.System);

        var answer = await heimdall.ReadPitAsync(Stop);

        Assert.True(answer.Succeeded, answer.Error?.Text);
        Assert.Equal(2, (await ArgumentsAsync()).Split('\n').Length);
    }

    [Fact]
    public async Task A_recovery_is_written_and_the_phone_stays_in_download_mode()
    {
        var seen = new List<OdinProgress>();
        var heimdall = Fake(Begun + @"Uploading RECOVERY\n0%%\b\b42%%\b\b\b100%%\nRECOVERY upload successful\n\nEnding session...\n");

        var answer = await FlashAsync(heimdall, new Keep(seen));

        Assert.Equal(["RECOVERY"], answer.Value);
        Assert.Equal([0, 42, 100], seen.Select(progress => progress.Percent));
        Assert.Equal($"flash --RECOVERY {_files["image"]} --no-reboot --stdout-errors", await ArgumentsAsync());
    }

    [Fact]
    public async Task A_second_operation_goes_on_with_the_session_of_the_first()
    {
        var heimdall = Fake(Begun + @"Uploading RECOVERY\n100%%\nRECOVERY upload successful\n");

        await FlashAsync(heimdall);
        await heimdall.RebootAsync(Stop);

        Assert.EndsWith("close-pc-screen --resume --stdout-errors", await ArgumentsAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ERROR: Failed to detect compatible download-mode device.", OdinFailure.NotFound)]
    [InlineData("ERROR: Failed to access device. libusb error: -3", OdinFailure.NoPermission)]
    [InlineData("ERROR: Failed to access device. libusb error: -4", OdinFailure.SessionLost)]
    [InlineData("ERROR: Claiming interface failed!", OdinFailure.NoPermission)]
    [InlineData("ERROR: Failed to send handshake!", OdinFailure.SessionLost)]
    [InlineData("ERROR: Failed to receive handshake response. Result: -7\\nERROR: Protocol initialisation failed!", OdinFailure.SessionLost)]
    [InlineData("ERROR: Unexpected handshake response!\\nERROR: Protocol initialisation failed!", OdinFailure.SessionLost)]
    [InlineData("ERROR: Failed to begin session!", OdinFailure.SessionLost)]
    [InlineData("ERROR: libusb error -7 whilst receiving bulk transfer.", OdinFailure.SessionLost)]
    [InlineData("ERROR: Failed to confirm end of file transfer sequence!\\nERROR: RECOVERY upload failed!", OdinFailure.ImageRejected)]
    [InlineData("ERROR: Failed to end modem file transfer sequence!\\n", OdinFailure.ImageRejected)]
    [InlineData("ERROR: Failed to receive file part response!\\nERROR: RECOVERY upload failed!", OdinFailure.SessionLost)]
    [InlineData("ERROR: Partition \"RECOVERY\" does not exist in the specified PIT.", OdinFailure.PartitionAbsent)]
    [InlineData("ERROR: Failed to open file \"/nofile\"", OdinFailure.ImageUnreadable)]
    [InlineData("ERROR: The stars are wrong.", OdinFailure.ToolFailed)]
    public async Task What_heimdall_complains_of_first_says_what_failed(string said, OdinFailure failure)
    {
        var answer = await FlashAsync(Fake(Begun + said + @"\n", exitCode: 1));

        Assert.Equal(failure, answer.Error?.Failure);
    }

    [Fact]
    public async Task Help_and_an_exit_code_of_0_are_no_success()
    {
        var answer = await FlashAsync(Fake("Usage: heimdall <action> <action arguments>\n"));

        Assert.Equal(OdinFailure.ToolFailed, answer.Error?.Failure);
    }

    [Fact]
    public async Task A_phone_that_says_nothing_more_is_given_up()
    {
        var options = new HeimdallOptions { Program = Script("exec sleep 600"), Silence = TimeSpan.FromMilliseconds(200) };

        var answer = await FlashAsync(new Heimdall(options, TimeProvider.System)).WaitAsync(TimeSpan.FromSeconds(20), Stop);

        Assert.Equal(OdinFailure.Silent, answer.Error?.Failure);
    }

    [Fact]
    public async Task A_program_that_only_chatters_is_given_up_at_last()
    {
        var options = new HeimdallOptions { Program = Script("exec yes"), Longest = TimeSpan.FromMilliseconds(300) };

        var answer = await FlashAsync(new Heimdall(options, TimeProvider.System)).WaitAsync(TimeSpan.FromSeconds(20), Stop);

        Assert.Equal(OdinFailure.Silent, answer.Error?.Failure);
    }

    [Theory]
    [InlineData("BOOT", 10, OdinFailure.PartitionAbsent)] // not in the table
    [InlineData("recovery", 10, OdinFailure.PartitionAbsent)]
    [InlineData("pit", 10, OdinFailure.PartitionAbsent)] // in the table, but an option of heimdall's own
    [InlineData("RECOVERY", 0, OdinFailure.ImageUnreadable)]
    [InlineData("RECOVERY", (1 << 20) + 1, OdinFailure.ImageTooBig)]
    public async Task What_cannot_be_written_is_refused_before_heimdall_runs(string partition, int imageBytes, OdinFailure failure)
    {
        var heimdall = Fake("");
        var image = new OdinImage(partition, _files.Write("image", new byte[imageBytes]));

        var answer = await heimdall.FlashAsync([image], Table(), progress: null, Stop);

        Assert.Equal(failure, answer.Error?.Failure);
        Assert.False(File.Exists(_files["arguments"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_phones_table_is_read_and_a_malformed_one_is_nonsense(bool isGood)
    {
        var table = _files.Write("phone.pit", isGood ? PitBytes.Example() : PitBytes.Example()[..^1]);
        var heimdall = new Heimdall(new HeimdallOptions { Program = Script($"cp '{table}' \"$3\"") }, TimeProvider.System);

        var answer = await heimdall.ReadPitAsync(Stop);

        Assert.Equal(isGood ? null : OdinFailure.Nonsense, answer.Error?.Failure);
        Assert.Equal(isGood, answer.Value?.Entries.Length == 4);
    }

    private static PitTable Table() => PitTable.Parse(
        [.. PitBytes.Header(2), .. PitBytes.Entry("RECOVERY", 10, 2048), .. PitBytes.Entry("pit", 11)]);

    private Task<OdinResult<ImmutableArray<string>>> FlashAsync(Heimdall heimdall, IProgress<OdinProgress>? progress = null) =>
        heimdall.FlashAsync([new OdinImage("RECOVERY", _files.Write("image", [1, 2, 3]))], Table(), progress, Stop);

    // printf understands the backspaces that heimdall draws with.
    private Heimdall Fake(string says, int exitCode = 0)
    {
        _files.Write("says", System.Text.Encoding.ASCII.GetBytes(says));
        var program = Script($"echo \"$@\" >> '{_files["arguments"]}'\nprintf \"$(cat '{_files["says"]}')\\n\"\nexit {exitCode}");
        return new Heimdall(new HeimdallOptions { Program = program }, TimeProvider.System);
    }

    private string Script(string body)
    {
        var path = _files.Write("heimdall", System.Text.Encoding.ASCII.GetBytes($"#!/bin/sh\n{body}\n"));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }

    private async Task<string> ArgumentsAsync() => (await File.ReadAllTextAsync(_files["arguments"], Stop)).Trim();

    private sealed class Keep(List<OdinProgress> seen) : IProgress<OdinProgress>
    {
        public void Report(OdinProgress value) => seen.Add(value);
    }
}
