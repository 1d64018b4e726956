using Espero.Station.Protocols.Adb;
using Espero.Station.Protocols.Adb.Sideload;

namespace Espero.Station.Protocols.Tests.Adb;

/// <summary>Through Debian's adb server, because what its client makes of these ends is what we must not share.</summary>
public sealed class SideloadTests : IDisposable
{
    private const int Blocks = 4;
    private const int BlockBytes = 1 << 20;
    private const int UsualBlockBytes = 1 << 16;
    private const int PackageBytes = (3 * BlockBytes) + 1234;
    private const string Banner = "sideload::ro.product.name=nox;ro.product.model=Nox;ro.product.device=nox;features=";
    private readonly TempFolder _files = new();
    private readonly byte[] _package = new byte[PackageBytes];

    public SideloadTests() => new Random(1).NextBytes(_package);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Blocks_asked_for_in_any_order_and_twice_arrive_identical()
    {
        var recovery = new RecoveryScene([3, 0, 0, 2, 1, 3], "DONEDONE", PackageBytes);

        var report = (await SideloadAsync(recovery.Play)).Value;

        Assert.Equal(SideloadEnd.Finished, report.End);
        Assert.True(report.Coverage.IsWhole);
        Assert.Equal(PackageBytes + BlockBytes + 1234, report.Coverage.ServedBytes);
        Assert.Equal(_package, recovery.Package);
        Assert.Equal([BlockBytes], recovery.Offers);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("FAILFAIL")]
    [InlineData("DONEDONE")]
    [InlineData("")]
    public async Task A_phone_that_takes_no_larger_blocks_gets_those_that_every_phone_takes(string? word)
    {
        var recovery = new RecoveryScene(Enumerable.Range(0, (PackageBytes / UsualBlockBytes) + 1), "DONEDONE", PackageBytes)
        {
            MaxBlockBytes = UsualBlockBytes,
            WordOnLargerBlocks = word,
        };

        var report = (await SideloadAsync(recovery.Play)).Value;

        Assert.Equal(SideloadEnd.Finished, report.End);
        Assert.Equal(_package, recovery.Package);
        Assert.Equal([BlockBytes, UsualBlockBytes], recovery.Offers);
    }

    [Fact]
    public async Task A_phone_that_breaks_off_after_its_first_block_is_not_offered_others()
    {
        var recovery = new RecoveryScene([3], lastWord: null, PackageBytes);

        var report = (await SideloadAsync(recovery.Play)).Value;

        Assert.Equal((SideloadEnd.Cut, 1), (report.End, report.Coverage.BlocksTaken));
        Assert.Equal([BlockBytes], recovery.Offers);
    }

    [Fact]
    public async Task A_phone_that_leaves_without_asking_is_judged_by_what_it_did_first()
    {
        var offers = 0;

        var report = (await SideloadAsync((_, stream, stop) => ++offers == 1 ? stream.WriteAsync("FAILFAIL", stop) : null)).Value;

        Assert.Equal((SideloadEnd.PhoneFailed, 2), (report.End, offers));
    }

    [Theory]
    [InlineData(4, "DONEDONE", SideloadEnd.Finished, 100)]
    [InlineData(3, "DONEDONE", SideloadEnd.FinishedInPart, 75)]
    [InlineData(4, "FAILFAIL", SideloadEnd.PhoneFailed, 100)] // the real client: exit 1 and no word
    [InlineData(1, "FAILFAIL", SideloadEnd.PhoneFailed, 25)]
    [InlineData(2, null, SideloadEnd.Cut, 50)] // the real client says the same of this one
    [InlineData(4, null, SideloadEnd.Cut, 100)] // and of this one
    [InlineData(0, null, SideloadEnd.Cut, 0)]
    [InlineData(1, "0000ab12", SideloadEnd.Nonsense, 25)]
    [InlineData(1, "-0000001", SideloadEnd.Nonsense, 25)]
    [InlineData(1, "00000004", SideloadEnd.Nonsense, 25)]
    [InlineData(1, "99999999", SideloadEnd.Nonsense, 25)]
    [InlineData(1, "0000", SideloadEnd.Cut, 25)]
    public async Task Each_end_is_told_apart_by_what_was_seen(int blocks, string? lastWord, SideloadEnd end, int percent)
    {
        var recovery = new RecoveryScene(Enumerable.Range(0, blocks), lastWord, PackageBytes);

        var report = (await SideloadAsync(recovery.Play)).Value;

        Assert.Equal((end, percent), (report.End, report.Coverage.Percent));
    }

    [Fact]
    public async Task Failure_7_a_package_that_the_phone_gave_up_at_the_end_has_its_word_and_all_of_its_progress()
    {
        var recovery = new RecoveryScene(Enumerable.Range(0, Blocks), "FAILFAIL", PackageBytes);

        var report = (await SideloadAsync(recovery.Play)).Value;

        Assert.Equal("The phone said FAILFAIL at 100 %.", report.Text); // the real client: no word, and about 47 %
    }

    [Fact]
    public async Task A_recovery_that_asks_for_nothing_any_more_is_silent()
    {
        var recovery = new RecoveryScene([0, 1], lastWord: null, PackageBytes);

        var report = (await SideloadAsync(
            (service, stream, stop) => recovery.Play(service, stream, stop)?
                .ContinueWith(_ => stream.Input.CopyToAsync(Stream.Null, stop), stop, TaskContinuationOptions.None, TaskScheduler.Default)
                .Unwrap(),
            new AdbOptions { SideloadSilence = TimeSpan.FromMilliseconds(300) })).Value;

        Assert.Equal((SideloadEnd.Silent, 50), (report.End, report.Coverage.Percent));
    }

    [Fact]
    public async Task A_package_that_is_not_there_is_the_file_s_failure_and_not_the_cable_s()
    {
        await using var server = await RealServer.StartAsync(Stop);

        var answer = await server.Client.Phone(AdbTarget.BySerial("nobody")).SideloadAsync(_files["nothing"], progress: null, Stop);

        Assert.Equal(AdbFailure.FileUnreadable, answer.Error?.Failure);
    }

    [Fact]
    public async Task A_phone_that_knows_no_sideload_is_a_refusal()
    {
        var answer = await SideloadAsync((_, _, _) => null);

        Assert.Equal(AdbFailure.Refused, answer.Error?.Failure);
    }

    [Fact]
    public async Task Progress_counts_what_was_taken_and_reaches_a_hundred_after_one_pass()
    {
        var seen = new List<int>();
        var recovery = new RecoveryScene([0, 1, 2, 3], "DONEDONE", PackageBytes);

        await SideloadAsync(recovery.Play, progress: new Told(coverage => seen.Add(coverage.Percent)));

        Assert.Equal([25, 50, 75, 100], seen);
    }

    private async Task<AdbResult<SideloadReport>> SideloadAsync(
        Func<string, AdbdStream, CancellationToken, Task?> scene, AdbOptions? options = null, IProgress<SideloadCoverage>? progress = null)
    {
        await using var server = await RealServer.StartAsync(Stop);
        await using var adbd = new FakeAdbd(scene, Stop) { Banner = Banner };
        await server.PhoneAsync(adbd, Stop);
        var phone = server.Connect(options ?? new AdbOptions()).Phone(AdbTarget.BySerial($"127.0.0.1:{adbd.Port}"));
        return await phone.SideloadAsync(_files.Write("package.zip", _package), progress, Stop);
    }

    private sealed class Told(Action<SideloadCoverage> tell) : IProgress<SideloadCoverage>
    {
        public void Report(SideloadCoverage value) => tell(value);
    }
}
