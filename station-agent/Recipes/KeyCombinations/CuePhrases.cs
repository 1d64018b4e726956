using System.Text.RegularExpressions;

namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>What the texts call the moment to wait for.</summary>
internal static class CuePhrases
{
    public const string Pattern =
        @"(?:the )?(?:words?|text) ""(?<word>[^""]+)"" appears?(?: on the screen)?"
        + @"|(?:the )?""(?<logo>[^""]+)"" logo appears(?: on the screen)?"
        + @"|(?:the )?(?<any>boot logo appears)"
        + @"|(?:the )?(?<logo>\w+) logo (?:appears|is displayed)"
        + @"|(?<logo>[\w/]+) splash appears"
        + @"|(?<any>you see a logo on screen|the phone (?:re)?boots)"
        + @"|(?<recovery>(?:the )?recovery (?:comes up|appears|menu is displayed))"
        + @"|(?<menu>the bootloader appears|a boot menu appears|the boot menu text appears|(?:the |a )?(?:bootloader )?menu is displayed"
        + @"|the phone powers on and shows the bootloader menu)"
        + @"|(?<update>the firmware update screen appears)"
        + @"|(?<light>the screen (?:lights up|turns on)|the device turns on)"
        + @"|(?<vibration>the (?:device|phone) vibrates|vibro)"
        + @"|(?<blue>the blue text appears)"
        + @"|(?<flash>the screen flashes twice)"
        + @"|(?<lamps>the leds start lighting up)"
        + @"|(?<computer>(?:the )?apx enumerates)";

    private static readonly (string Group, Cue Cue)[] Plain =
    [
        ("any", Cue.AnyLogo), ("recovery", Cue.Recovery), ("menu", Cue.Menu), ("update", Cue.UpdateScreen), ("light", Cue.ScreenLights),
        ("vibration", Cue.Vibration), ("blue", Cue.BlueText), ("flash", Cue.TwoFlashes), ("lamps", Cue.Lamps), ("computer", Cue.Computer),
    ];

    public static WaitFor Of(Match match) =>
        match.Groups["word"] is { Success: true } word ? new WaitFor(Cue.Word, KeyText.Shown(word.Value))
        : match.Groups["logo"] is { Success: true } logo ? new WaitFor(Cue.Logo, KeyText.Shown(logo.Value))
        : new WaitFor(Array.Find(Plain, entry => match.Groups[entry.Group].Success).Cue);
}
