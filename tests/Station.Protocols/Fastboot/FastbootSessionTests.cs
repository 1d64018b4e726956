using Espero.Station.Protocols.Fastboot;
using Microsoft.Extensions.Time.Testing;

namespace Espero.Station.Protocols.Tests.Fastboot;

public sealed class FastbootSessionTests
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("OKAYwalleye", "walleye")]
    [InlineData("OKAY walleye\n", "walleye")]
    [InlineData("OKAY", null)]
    [InlineData("FAILunknown variable", null)]
    public async Task A_variable_is_trimmed_and_absent_when_the_phone_has_none(string reply, string? expected)
    {
        await using var session = new MemoryPhone().Answer("getvar:product", reply).Connect();

        var answer = await session.GetVarAsync("product", Stop);

        Assert.True(answer.Succeeded);
        Assert.Equal(expected, answer.Value);
    }

    [Fact]
    public async Task All_variables_come_as_messages_before_the_OKAY()
    {
        await using var session = new MemoryPhone()
            .Answer("getvar:all", "INFOproduct: walleye", "INFOpartition-size:boot_a: 0x4000", "INFO----", "OKAYdone")
            .Connect();

        var answer = await session.GetAllVarsAsync(Stop);

        Assert.Equal("walleye", answer.Value["product"]);
        Assert.Equal("0x4000", answer.Value["partition-size:boot_a"]);
        Assert.Equal(2, answer.Value.Count);
    }

    [Fact]
    public async Task A_phone_that_refuses_to_list_its_variables_can_still_be_asked_for_one()
    {
        await using var session = new MemoryPhone()
            .Answer("getvar:all", "FAILunknown variable").Answer("getvar:product", "OKAYwalleye").Connect();

        Assert.Equal(FastbootFailure.PhoneRefused, (await session.GetAllVarsAsync(Stop)).Error?.Failure);
        Assert.Equal("walleye", (await session.GetVarAsync("product", Stop)).Value);
    }

    [Fact]
    public async Task A_refusal_is_a_value_with_the_phones_own_words()
    {
        await using var session = new MemoryPhone().Answer("erase:userdata", "FAILBootloader is locked").Connect();

        var answer = await session.EraseAsync("userdata", Stop);

        Assert.Equal(new FastbootError(FastbootFailure.PhoneRefused, "Bootloader is locked"), answer.Error);
        Assert.Null(session.End);
    }

    [Fact]
    public async Task Messages_before_and_after_the_data_are_passed_on()
    {
        var heard = new List<string>();
        await using var session = new MemoryPhone()
            .Answer("download:00000003", "INFOready", "DATA00000003", "INFOgot it").Connect(onMessage: heard.Add);

        var answer = await session.DownloadAsync(new StreamDownload(new MemoryStream([1, 2, 3]), 3), progress: null, Stop);

        Assert.True(answer.Succeeded);
        Assert.Equal(["ready", "got it"], heard);
    }

    [Fact]
    public async Task Commands_are_spelled_as_the_protocol_spells_them()
    {
        var phone = new MemoryPhone();
        string[] expected =
        [
            "getvar:product", "getvar:all", "erase:userdata", "set_active:b", "flashing unlock", "flashing lock",
            "reboot", "reboot-bootloader", "reboot-fastboot", "reboot-recovery", "continue",
        ];
        await using var session = phone.Connect();

        await session.GetVarAsync("product", Stop);
        await session.GetAllVarsAsync(Stop);
        await session.EraseAsync("userdata", Stop);
        await session.SetActiveAsync("b", Stop);
        await session.FlashingUnlockAsync(Stop);
        await session.FlashingLockAsync(Stop);
        foreach (var target in Enum.GetValues<RebootTarget>())
        {
            await session.RebootAsync(target, Stop);
        }

        await session.ContinueAsync(Stop);
        Assert.Equal(expected, phone.Commands);
    }

    [Theory]
    [InlineData("OKAY")]
    [InlineData("")] // the connection ends instead
    public async Task A_phone_that_reboots_with_or_without_a_word_obeyed_and_its_session_is_over(string reply)
    {
        var phone = new MemoryPhone().Answer("reboot", reply);
        await using var session = phone.Connect();

        Assert.True((await session.RebootAsync(RebootTarget.System, Stop)).Succeeded);
        Assert.Equal(FastbootFailure.SessionOver, (await session.GetVarAsync("product", Stop)).Error?.Failure);
        Assert.True(phone.IsClosed);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK")]
    [InlineData("OK")]
    [InlineData("DATA00000001")]
    public async Task Nonsense_ends_the_session(string reply)
    {
        var phone = new MemoryPhone().Answer("getvar:product", reply);
        await using var session = phone.Connect();

        Assert.Equal(FastbootFailure.Nonsense, (await session.GetVarAsync("product", Stop)).Error?.Failure);
        Assert.Equal(FastbootFailure.SessionOver, (await session.GetVarAsync("product", Stop)).Error?.Failure);
        Assert.Single(phone.Commands);
        Assert.True(phone.IsClosed);
    }

    [Fact]
    public async Task A_phone_that_wants_another_number_of_bytes_talks_nonsense()
    {
        await using var session = new MemoryPhone().Answer("download:00000003", "DATA00000004").Connect();

        var answer = await session.DownloadAsync(new StreamDownload(new MemoryStream([1, 2, 3]), 3), progress: null, Stop);

        Assert.Equal(FastbootFailure.Nonsense, answer.Error?.Failure);
    }

    [Fact]
    public async Task Silence_ends_a_question_after_its_time_limit()
    {
        var session = new MemoryPhone().Answer("getvar:product").Connect(_time);

        var asking = session.GetVarAsync("product", Stop);
        _time.Advance(new FastbootOptions().Question);

        Assert.Equal(FastbootFailure.Silent, (await asking.WaitAsync(TimeSpan.FromSeconds(10), Stop)).Error?.Failure);
        Assert.Equal(FastbootFailure.Silent, session.End?.Failure);
    }

    [Fact]
    public async Task A_phone_that_only_chatters_is_given_up_at_last()
    {
        var options = new FastbootOptions { Write = TimeSpan.FromMinutes(5), LongestCommand = TimeSpan.FromMinutes(12) };
        await using var session = new ChatteringPhone(_time, TimeSpan.FromMinutes(4)).Connect(options);

        var answer = await session.EraseAsync("userdata", Stop).WaitAsync(TimeSpan.FromSeconds(10), Stop);

        Assert.Equal(FastbootFailure.Silent, answer.Error?.Failure);
        Assert.True(_time.GetUtcNow() - _time.Start >= options.LongestCommand);
    }

    [Fact]
    public async Task Cancelling_in_the_middle_is_a_value_and_ends_the_session()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await using var session = new MemoryPhone().Answer("getvar:product").Connect();

        var asking = session.GetVarAsync("product", cancel.Token);
        await cancel.CancelAsync();

        Assert.Equal(FastbootFailure.Cancelled, (await asking).Error?.Failure);
        Assert.Equal(FastbootFailure.Cancelled, session.End?.Failure);
    }

    [Fact]
    public async Task A_source_that_ends_early_is_the_images_fault_and_not_the_cables()
    {
        await using var session = new MemoryPhone().Connect();

        var answer = await session.DownloadAsync(new StreamDownload(new MemoryStream([1, 2]), 3), progress: null, Stop);

        Assert.Equal(FastbootFailure.ImageUnreadable, answer.Error?.Failure);
        Assert.NotNull(session.End);
    }
}
