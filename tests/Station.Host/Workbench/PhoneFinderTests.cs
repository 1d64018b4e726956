using Espero.Station.Host.Tests.Watch;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Words;
using Espero.Station.Watch;
using Espero.Station.Workbench;

namespace Espero.Station.Host.Tests.Workbench;

public sealed class PhoneFinderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1-2.3", "At")]
    [InlineData("tcp:127.0.0.1:5554", "At")]
    [InlineData("R58M123ABC", "Called")]
    [InlineData("emulator-5554", "Called")]
    [InlineData("tcp:nowhere", null)]
    [InlineData("two words", null)]
    [InlineData("", null)]
    public void What_a_person_types_is_a_place_a_serial_or_nothing(string text, string? kind) =>
        Assert.Equal(kind, PhoneSpec.TryParse(text, out var spec) ? spec.GetType().Name : null);

    [Fact]
    public async Task The_one_phone_with_the_serial_is_found_by_its_port()
    {
        await using var rig = new DownloadRig();
        rig.Sockets.PlugDownloadMode(DownloadRig.Port, serial: "SERIAL0001");
        rig.Sockets.Plug(DownloadRig.OtherPort, "05c6", "9008", address: 8);

        var found = await FindAsync(rig, "SERIAL0001");

        Assert.Equal(DownloadRig.Port, found.Value?.Path);
    }

    [Theory]
    [InlineData("en", "No phone calls itself SERIAL0002. Seen: 900-1 (download), 900-2 (edl).")]
    [InlineData("fr", "Aucun téléphone ne s'appelle SERIAL0002. Vus : 900-1 (téléchargement), 900-2 (urgence de la puce).")]
    public async Task Where_none_has_the_serial_a_person_reads_what_was_seen(string language, string sentence)
    {
        await using var rig = new DownloadRig();
        rig.Sockets.PlugDownloadMode(DownloadRig.Port, serial: "SERIAL0001");
        rig.Sockets.Plug(DownloadRig.OtherPort, "05c6", "9008", address: 8);

        var found = await FindAsync(rig, "SERIAL0002", language);

        Assert.Equal(FailureCode.PhoneNotSeen, found.Error?.FailureClass);
        Assert.StartsWith(sentence, found.Error?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_plugged_in_a_person_reads_that()
    {
        await using var rig = new DownloadRig();

        var found = await FindAsync(rig, "SERIAL0001");

        Assert.StartsWith("No phone is seen on USB", found.Error?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_phones_of_one_serial_are_told_apart_by_their_ports()
    {
        await using var rig = new DownloadRig();
        rig.Sockets.PlugDownloadMode(DownloadRig.Port, serial: "0123456789ABCDEF");
        rig.Sockets.PlugDownloadMode(DownloadRig.OtherPort, address: 8, serial: "0123456789ABCDEF");

        var found = await FindAsync(rig, "0123456789ABCDEF");

        Assert.Equal(FailureCode.SerialNotUnique, found.Error?.FailureClass);
        Assert.Contains("900-1 (download), 900-2 (download)", found.Error?.Text, StringComparison.Ordinal);
        Assert.Contains("--phone 900-1", found.Error?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_is_written_by_its_serial()
    {
        await using var rig = new DownloadRig();
        rig.Sockets.PlugDownloadMode(DownloadRig.Port, serial: "SERIAL0001");

        await rig.FlashAsync("  - flash: { partition: RECOVERY, file: recovery.img }\n", new PhoneSpec.Called("SERIAL0001"));

        Assert.Equal(rig.Image, rig.Written("RECOVERY"));
    }

    private static Task<TalkResult<PortAddress>> FindAsync(DownloadRig rig, string serial, string language = "en") => new PhoneFinder(
            rig.Bench,
            new Surroundings(TextWriter.Null, TextWriter.Null, null, TalkIsTerminal: false, name => name == "LANG" ? language : null))
        .FindAsync(new PhoneSpec.Called(serial), Stop);
}
