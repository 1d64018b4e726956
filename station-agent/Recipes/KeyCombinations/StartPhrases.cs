using System.Collections.Immutable;

namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>How the phone is before its keys are touched, and what is plugged in.</summary>
internal static class StartPhrases
{
    public static readonly ImmutableArray<Phrase> All =
    [
        new(
            "with the device (?:powered )?off and plugged into usb port",
            draft => (draft.Start, draft.Cable) = (PowerState.Off, CableState.In)),
        new(
            "with the device (?:powered )?off and usb unplugged",
            draft => (draft.Start, draft.Cable) = (PowerState.Off, CableState.Out)),
        new("with the device (?:powered |turned )?off", draft => draft.Start = PowerState.Off),
        new("with the device still at the (?:\"[^\"]+\"|'[^']+')(?: screen)?", draft => draft.Start = PowerState.Any),
        new("with the device unplugged", draft => draft.Start = PowerState.Unpowered),
        new("with usb plugged in", draft => draft.Cable = CableState.In),
        new("reboot and immediately", draft => draft.Start = PowerState.Restarting),
        new("on boot", draft => draft.Start = PowerState.Starting),
        new(@"boot to (?<text>\w+)", (match, draft) => draft.Add(new StartProgram(KeyText.Shown(Phrase.TextOf(match))))),
        new("boot the device|while booting", draft => draft.Add(new SwitchOn())),
        new("run adb reboot recovery|the bootloader does not allow .*", draft => draft.IsWithoutKeys = true),
        new("while the device is connected to a pc via usb cable", draft => draft.Cable = CableState.In),
        new(
            $"plug in the device while holding the {Phrase.Keys}(?: on the board)?",
            (match, draft) => draft.Add(new Hold(Phrase.KeysOf(match)), new PlugIn(Plug.PowerSupply))),
        new(
            "(?:connect|insert|plug in) (?:an? |the )?usb cable(?: to pc)?|connect it to the computer|while plugging it into a pc"
            + "|plug the device into your pc via usb",
            draft => draft.Add(new PlugIn(Plug.UsbCable))),
        new("plug the included shield controller into the [^.]*", draft => draft.Add(new PlugIn(Plug.Controller))),
        new("while plugging the device into power|plug the device into power|plug in", draft => draft.Add(new PlugIn(Plug.PowerSupply))),
    ];
}
