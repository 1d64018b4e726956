using Espero.Station.Protocols.Fastboot;

namespace Espero.Station.Protocols.Tests;

public sealed class LongCommandTests
{
    private const string Code = "4711471147114711471147114711471147114711471147114711471147114711";
    private const string Unlock = $"oem unlock {Code}";

    private static readonly string Question = "getvar:".PadRight(Unlock.Length, 'x');

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_every_bootloader_hears_is_sent_without_a_question()
    {
        var phone = new MemoryPhone();
        await using var session = phone.Connect();

        await session.OemAsync(new string('x', 64 - "oem ".Length), Stop);

        Assert.Equal(64, Assert.Single(phone.Commands).Length);
    }

    [Fact]
    public async Task A_phone_that_understands_a_question_of_that_length_is_sent_the_command()
    {
        var phone = new MemoryPhone().Answer("getvar:product", "OKAYwalleye").Answer(Unlock, "OKAY");
        await using var session = phone.Connect();

        Assert.True((await session.OemAsync($"unlock {Code}", Stop)).Succeeded);
        Assert.True((await session.OemAsync($"unlock {Code}", Stop)).Succeeded);

        Assert.Equal(["getvar:product", Question, "getvar:product", Unlock, Unlock], phone.Commands);
    }

    [Fact]
    public async Task A_phone_that_takes_the_rest_for_another_command_is_not_sent_it()
    {
        var phone = new MemoryPhone()
            .Answer("getvar:product", "OKAYwalleye").Answer(Question, "FAILunknown variable", "FAILunknown command");
        await using var session = phone.Connect();

        var answer = await session.OemAsync($"unlock {Code}", Stop);

        Assert.Equal(FastbootFailure.CommandTooLong, answer.Error?.Failure);
        Assert.DoesNotContain(Unlock, phone.Commands);
        Assert.NotNull(session.End); // nobody knows what it would take the next command for
    }

    [Fact]
    public async Task A_phone_that_stops_at_it_is_not_sent_it()
    {
        var phone = new MemoryPhone().Answer("getvar:product", "OKAYwalleye").Answer(Question, "");
        await using var session = phone.Connect();

        var answer = await session.OemAsync($"unlock {Code}", Stop);

        Assert.Equal(FastbootFailure.CommandTooLong, answer.Error?.Failure);
        Assert.DoesNotContain(Unlock, phone.Commands);
    }

    [Fact]
    public async Task A_phone_that_tells_nothing_to_know_it_by_is_not_sent_it_and_stays_connected()
    {
        var phone = new MemoryPhone();
        await using var session = phone.Connect();

        var answer = await session.OemAsync($"unlock {Code}", Stop);

        Assert.Equal(FastbootFailure.CommandTooLong, answer.Error?.Failure);
        Assert.All(phone.Commands, command => Assert.True(command.Length <= 64));
        Assert.Null(session.End);
    }
}
