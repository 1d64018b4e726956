using Espero.Station.Domain.Flashing;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Words;
using Espero.Station.Watch;
using Espero.Station.Workbench;
using Microsoft.Extensions.Time.Testing;
using Release = Espero.Station.V1.Release;

namespace Espero.Station.Host.Tests.Workbench;

public sealed class ReleasePromptTests
{
    private static readonly TimeSpan Countdown = TimeSpan.FromSeconds(30);
    private static readonly Refusal Gone = new(FailureCode.PhoneUnplugged, "", "");

    [Fact]
    public async Task A_phone_that_stays_is_released_when_the_countdown_is_over() =>
        Assert.Equal(("phone-1", "A. Person"), await AskAsync(_ => true) is { } release ? (release.PhoneId, release.ReleasedBy) : default);

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(29)]
    public async Task A_phone_that_is_unplugged_while_the_countdown_runs_is_not_released(int afterSeconds) =>
        Assert.Null(await AskAsync(elapsed => elapsed < TimeSpan.FromSeconds(afterSeconds)));

    [Theory]
    [InlineData("SWOLLEN")]
    [InlineData("swollen")]
    [InlineData("Gonflée")]
    [InlineData("gonflee ")]
    public async Task A_swollen_battery_is_heard_however_it_is_typed(string word)
    {
        using var typed = new StringReader(word + "\n");
        var surroundings = new Surroundings(TextWriter.Null, TextWriter.Null, typed, TalkIsTerminal: false, _ => null);

        var answer = await new ReleasePrompt(surroundings, new FakeTimeProvider()).AskAsync(
            Request, "phone-1", () => null, TestContext.Current.CancellationToken);

        Assert.Equal(FailureCode.BatterySwollen, answer.Refusal?.FailureCode);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_it_is_said_how_a_script_gives_the_release()
    {
        await using var talk = new StringWriter();
        var nobody = new Surroundings(TextWriter.Null, talk, Answers: null, TalkIsTerminal: false, _ => null);

        var answer = await new ReleasePrompt(nobody, new FakeTimeProvider()).AskAsync(
            Request, "phone-1", () => null, TestContext.Current.CancellationToken);

        Assert.Equal(FailureCode.ReleaseMissing, answer.Refusal?.FailureCode);
        Assert.Contains("--yes-erase and --by", talk.ToString(), StringComparison.Ordinal);
    }

    // The person types the word and their name; then the clock is turned on until there is an answer.
    private static async Task<Release?> AskAsync(Func<TimeSpan, bool> isThere)
    {
        var time = new FakeTimeProvider();
        var startedAt = time.GetTimestamp();
        using var typed = new StringReader("ERASE\nA. Person\n");
        await using var shown = new StringWriter();
        var surroundings = new Surroundings(shown, shown, typed, TalkIsTerminal: false, name => name == "LANG" ? "en" : null);
        var asking = new ReleasePrompt(surroundings, time).AskAsync(
            Request, "phone-1", () => isThere(time.GetElapsedTime(startedAt)) ? null : Gone, TestContext.Current.CancellationToken);
        for (var turned = TimeSpan.Zero; !asking.IsCompleted && turned <= Countdown; turned += TimeSpan.FromMilliseconds(500))
        {
            time.Advance(TimeSpan.FromMilliseconds(500));
        }

        return (await asking.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).Release;
    }

    private static FlashRequest Request => new()
    {
        Phone = new PhoneSpec.Called("SERIAL0001"),
        RecipePath = "",
        FilesDirectory = "",
        DataDirectory = "",
    };
}
