using Espero.Station.Recipes.KeyCombinations;

namespace Espero.Station.Recipes.Tests.KeyCombinations;

public sealed class KeyTextReaderTests
{
    private const string Off = "With the device powered off, ";
    private const string Down = "<kbd>Volume Down</kbd>";
    private const string Up = "<kbd>Volume Up</kbd>";
    private const string Power = "<kbd>Power</kbd>";

    [Theory]
    [InlineData($"{Off}hold {Down} + {Power}.", "keys-o-hdp")]
    [InlineData($"{Off}hold {Down}, {Up} and {Power}.", "keys-o-hdup")]
    [InlineData($"{Off}hold {Up} + {Power} until the \"Acme 8\" logo appears on the screen, then release.", "keys-o-hup-wgacme--8-r")]
    [InlineData($"{Off}hold {Up}, then insert a USB cable.", "keys-o-hu-pu")]
    [InlineData($"{Off}hold {Power}. Release {Power} after vibro and keep holding {Down}.", "keys-o-hp-wv-rp")]
    [InlineData($"{Off}hold {Down}. When the A logo appears, release both buttons and then hold them again.", "keys-o-hd-wga-r-a")]
    [InlineData($"{Off}hold {Down}. Use the volume buttons to scroll to \"R2\" and press {Power} to select.", "keys-o-hd-cud0p0r2")]
    [InlineData($"{Off}hold {Power} for 4 seconds.", "keys-o-lp04")]
    [InlineData($"Reboot and immediately hold {Up} while the device is connected to a PC via USB cable.", "keys-ri-hu")]
    [InlineData($"With the device powered off and usb unplugged, hold {Down}.", "keys-ox-hd")]
    [InlineData("Run `adb reboot recovery`.", "keys-a")]
    [InlineData($"{Off}hold Volume Up + Power.", "keys-o-hup")]
    [InlineData($"{Off}press and hold the VOLUME DOWN and POWER buttons until the screen turns on", "keys-o-hdp-wl")]
    [InlineData($"{Off}press and hold the VOLUME DOWN button and plug the device into your PC via USB.", "keys-o-hd-pu")]
    [InlineData($"{Off}hold Volume Up and insert a USB cable. The LED indicator has to light up blue.", "keys-o-hu-pu-el")]
    [InlineData(
        $"{Off}hold Volume Down + Power until the bootloader appears, then release the buttons. Use the volume buttons to scroll to "
        + "“RECOVERY” and press Power to select.",
        "keys-o-hdp-wm-r-cud0p0recovery")]
    [InlineData(
        "With the device turned off, hold the volume up and power button until the phone boots. Then use the volume up button to select "
        + "recovery mode and confirm with volume down.",
        "keys-o-hup-wa-cu0d0recovery--mode")]
    [InlineData(
        $"{Off}hold Volume Up + Power. You might be prompted to select a mode to boot into. If that happens, follow the on-screen "
        + "instructions and select \"Fastboot\" mode.",
        "keys-o-hup-mfastboot")]
    [InlineData(
        "With the device still at the \"FastBoot Mode\", use the Volume buttons to switch to \"Recovery Mode\" and push the power button to "
        + "confirm your selection.",
        "keys-a-cud0p0recovery--mode")]
    public void A_text_becomes_what_a_person_does(string text, string code)
    {
        Assert.True(KeyTextReader.TryRead(text, out var combination, out _));
        Assert.True(KeyCode.TryWrite(combination, out var written));
        Assert.Equal(code, written);
    }

    [Fact]
    public void A_phrase_that_is_not_known_makes_the_whole_text_unknown()
    {
        Assert.False(KeyTextReader.TryRead($"{Off}hold {Down}, then sing a song.", out var combination, out var rest));
        Assert.Null(combination);
        Assert.Equal("sing a song.", rest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("With the device powered off.")]
    [InlineData("Hold <kbd>Escape</kbd>.")]
    public void A_text_without_anything_to_do_is_refused(string text) => Assert.False(KeyTextReader.TryRead(text, out _, out _));
}
