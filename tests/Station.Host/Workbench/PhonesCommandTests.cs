using Espero.Station.Host.Tests.Watch;
using Espero.Station.Recipes.Words;
using Espero.Station.Workbench;

namespace Espero.Station.Host.Tests.Workbench;

public sealed class PhonesCommandTests
{
    [Fact]
    public void Phones_on_the_network_may_be_named_several_times() =>
        Assert.Empty(ErrorsOf("en", "--phone", "tcp:127.0.0.1:5554", "--phone", "adb:127.0.0.1:5555"));

    [Theory]
    [InlineData("en", "Leave it out")]
    [InlineData("fr", "Retirez-le")]
    public void A_phone_on_usb_is_not_named_because_it_is_listed_anyway(string language, string advice) =>
        Assert.Contains(advice, Assert.Single(ErrorsOf(language, "--phone", "1-2.3")), StringComparison.Ordinal);

    [Theory]
    [InlineData("zorg:1")]
    [InlineData("tcp:127.0.0.1:99999")]
    [InlineData("")]
    public void What_is_no_phone_is_a_complaint(string spec) => Assert.Single(ErrorsOf("en", "--phone", spec));

    [Theory]
    [InlineData("en", "edl", "MediaTek's boot ROM.")]
    [InlineData("fr", "urgence de la puce", "ROM de démarrage de MediaTek.")]
    public async Task What_is_in_the_way_is_said_in_the_language_of_whoever_asks(string language, string mode, string obstacle)
    {
        await using var rig = new DownloadRig();
        rig.Sockets.Plug(DownloadRig.Port, "0e8d", "0003", address: 7);
        await using var output = new StringWriter();

        var exit = await PhonesCommand
            .Create(
                new Surroundings(output, TextWriter.Null, null, TalkIsTerminal: false, name => name == "LANG" ? language : null),
                (elsewhere, cancellationToken) => PhoneList.ReadAsync(rig.Bench, elsewhere, cancellationToken))
            .Parse([])
            .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(0, exit);
        Assert.Contains($"{DownloadRig.Port}      {mode}", output.ToString(), StringComparison.Ordinal);
        Assert.Contains($"(emergency-mode: {obstacle})", output.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> ErrorsOf(string language, params string[] arguments) => PhonesCommand
        .Create(
            new Surroundings(TextWriter.Null, TextWriter.Null, null, TalkIsTerminal: false, name => name == "LANG" ? language : null),
            (_, _) => Task.FromResult<IReadOnlyList<SeenPhone>>([]))
        .Parse(arguments)
        .Errors
        .Select(error => error.Message);
}
