using System.Collections.Immutable;

namespace Espero.Station.Recipes.KeyCombinations.Drawing;

/// <summary>Cuts a combination into moments: a new picture begins where a person waits for something.</summary>
internal static class KeyPanels
{
    public static ImmutableArray<KeyPanel> Of(KeyCombination combination)
    {
        var panels = new List<KeyPanel> { Start(combination) };
        foreach (var step in combination.Steps)
        {
            Add(panels, step);
        }

        // A combination that begins in a menu has nothing to show before it.
        return panels is [{ Screen: PanelScreen.Plain, Cable: PanelCable.None, Held.IsEmpty: true, Tapped.IsEmpty: true }, _, ..]
            ? [.. panels.Skip(1)]
            : [.. panels];
    }

    private static KeyPanel Start(KeyCombination combination) => new()
    {
        Screen = combination.Start switch
        {
            PowerState.Off or PowerState.Unpowered => PanelScreen.Off,
            PowerState.Restarting => PanelScreen.Restart,
            PowerState.Starting => PanelScreen.Starts,
            PowerState.Any => PanelScreen.Plain,
        },
        Cable = combination.Cable switch
        {
            CableState.In => PanelCable.In,
            CableState.Out => PanelCable.Out,
            CableState.Any => PanelCable.None,
        },
    };

    private static void Add(List<KeyPanel> panels, KeyStep step)
    {
        switch (step)
        {
            case Hold hold:
                var open = Open(panels);
                var keys = hold.Keys.IsEmpty ? LastLetGo(panels) : [.. hold.Keys];
                Set(panels, open with { Held = open.Held.AddRange(keys.Except(open.Held)) });
                break;
            case Tap tap:
                var pressed = tap.Item is null ? Open(panels) : Next(panels);
                Set(panels, pressed with
                {
                    Tapped = [.. tap.Keys],
                    Held = pressed.Held.RemoveRange(tap.Keys),
                    Seconds = tap.Seconds,
                    Screen = tap.Item is null ? pressed.Screen : PanelScreen.Choice,
                    Text = tap.Item ?? "",
                });
                break;
            case PlugIn:
                Set(panels, Open(panels) with { Cable = PanelCable.PluggingIn });
                break;
            case SwitchOn:
                Set(panels, Open(panels) with { Screen = PanelScreen.Starts });
                break;
            case WaitFor wait:
                Set(panels, Next(panels) with { Screen = Seen(wait.Cue), Text = wait.Text });
                break;
            case Pause pause:
                Set(panels, Next(panels) with { Seconds = pause.Seconds });
                break;
            case LetGo letGo:
                var now = panels[^1].LetGo.IsEmpty ? panels[^1] : Next(panels);
                var gone = letGo.Keys.IsEmpty ? [.. now.Held] : letGo.Keys;
                Set(panels, now with { LetGo = [.. gone], Held = now.Held.RemoveRange(gone) });
                break;
            case Choose choose:
                Set(panels, Next(panels) with
                {
                    Held = [],
                    Tapped = [.. choose.Moving, .. choose.Confirming is { } key ? ImmutableArray.Create(key) : []],
                    Screen = PanelScreen.Choice,
                    Text = choose.Item,
                });
                break;
            case AnswerYes:
                Set(panels, Next(panels) with { Screen = PanelScreen.Choice, Text = "YES" });
                break;
            case StartProgram program:
                Set(panels, panels[^1] with { Screen = PanelScreen.Word, Text = program.Name });
                break;
            case Expect expect:
                Set(panels, Next(panels) with { Screen = Seen(expect.Sign) });
                break;
            case Instead instead:
                Set(panels, Next(panels) with { Tapped = [.. instead.Keys] });
                break;
        }
    }

    // The place is taken after the panel is made, which may itself have added one.
    private static void Set(List<KeyPanel> panels, KeyPanel panel) => panels[^1] = panel;

    private static KeyPanel Open(List<KeyPanel> panels) => panels[^1].IsOpen ? panels[^1] : Next(panels);

    // What is held stays held; what was plugged in stays in; what was seen is over.
    private static KeyPanel Next(List<KeyPanel> panels)
    {
        var before = panels[^1];
        panels.Add(new KeyPanel
        {
            Held = before.Held,
            Cable = before.Cable == PanelCable.PluggingIn ? PanelCable.In : before.Cable,
        });
        return panels[^1];
    }

    private static ImmutableList<PhoneKey> LastLetGo(List<KeyPanel> panels) =>
        panels.FindLast(panel => !panel.LetGo.IsEmpty)?.LetGo ?? [];

    private static PanelScreen Seen(Cue cue) => cue switch
    {
        Cue.Word => PanelScreen.Word,
        Cue.Logo or Cue.AnyLogo => PanelScreen.Logo,
        Cue.Menu or Cue.Recovery => PanelScreen.Menu,
        Cue.UpdateScreen => PanelScreen.Update,
        Cue.ScreenLights => PanelScreen.Light,
        Cue.Vibration => PanelScreen.Vibration,
        Cue.BlueText => PanelScreen.BlueText,
        Cue.TwoFlashes => PanelScreen.Flashes,
        Cue.Lamps => PanelScreen.Lamps,
        Cue.Computer => PanelScreen.Computer,
    };

    private static PanelScreen Seen(Sign sign) => sign switch
    {
        Sign.BlueLight => PanelScreen.BlueLight,
        Sign.BlueStar => PanelScreen.BlueStar,
        Sign.OtherTool => PanelScreen.Computer,
    };
}
