using Espero.Station.Host.Tests.Journal;
using Espero.Station.Run;

namespace Espero.Station.Host.Tests.Run;

public sealed class AttemptLogTests
{
    [Theory]
    [InlineData("phone: IMEI 354912076148123 read", "phone: IMEI (number) read")]
    [InlineData("phone: 35-491207-614812-3", "phone: (number)")]
    [InlineData("phone: two of them: 354912076148123,3549120761481201", "phone: two of them: (number),(number)")]
    [InlineData("phone: iccid: 89330123456789012345", "phone: iccid: (hidden)")]
    [InlineData("phone: unlock_token=ABCDEF0123456789", "phone: unlock_token=(hidden)")]
    [InlineData("phone: serial number : R58M999XYZ", "phone: serial number : (hidden)")]
    [InlineData("phone: wifi-mac: 00:11:22:33:44:55", "phone: wifi-mac: (hidden)")]
    [InlineData("phone: I am r58m123abc", "phone: I am (serial)")]
    [InlineData("phone: I am R58M123ABC alias 0123ABCD", "phone: I am (serial) alias (serial)")]
    [InlineData("phone: unlocked R58M123ABC with moto47114711", "phone: unlocked (serial) with (code)")]
    public void What_identifies_a_phone_or_its_owner_is_taken_out(string text, string expected) => Assert.Equal(expected, Without(text));

    [Theory]
    [InlineData("phone: max-download-size: 268435456")]
    [InlineData("file system.img is here with its hash (1932735283 bytes)")]
    [InlineData("the wire broke (Connection reset); connecting again")]
    [InlineData("preflight: image-too-big system.img has 12345678901 bytes")]
    [InlineData("step flash-boot: done")]
    public void Everything_else_stays(string text) => Assert.Equal(text, Without(text));

    [Fact]
    public void Neither_the_file_nor_its_tail_holds_an_imei()
    {
        using var folder = new TempFolder();
        using var log = new AttemptLog(folder.Path, JournalRig.Attempt, TimeProvider.System);

        log.Write("phone: IMEI is 354912076148123");
        log.Close();

        Assert.DoesNotContain("354912076148123", log.Tail(), StringComparison.Ordinal);
        Assert.DoesNotContain("354912076148123", File.ReadAllText(Directory.EnumerateFiles(folder.Path).Single()), StringComparison.Ordinal);
    }

    private static string Without(string text)
    {
        using var folder = new TempFolder();
        using var log = new AttemptLog(folder.Path, JournalRig.Attempt, TimeProvider.System);
        log.HideSerial("R58M123ABC");
        log.HideSerial("0123abcd"); // in another mode
        log.HideSerial("");
        log.HideCode("MOTO47114711");
        log.HideCode("");
        return log.WithoutSecrets(text);
    }
}
