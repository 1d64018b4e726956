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

        return [.. panels];
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
        var now = panels[^1];
        switch (step)
        {
            case Hold hold:
                now = Open(panels);
                var keys = hold.Keys.IsEmpty ? LastLetGo(panels) : [.. hold.Keys];
                panels[^1] = now with { Held = now.Held.AddRange(keys.Except(now.Held)) };
                break;
            case Tap tap:
                now = tap.Item is null ? Open(panels) : Next(panels);
                panels[^1] = now with
                {
                    Tapped = [.. tap.Keys],
                    Held = now.Held.RemoveRange(tap.Keys),
                    Seconds = tap.Seconds,
                    Screen = tap.Item is null ? now.Screen : PanelScreen.Choice,
                    Text = tap.Item ?? now.Text,
                };
                break;
            case PlugIn:
                panels[^1] = Open(panels) with { Cable = PanelCable.PluggingIn };
                break;
            case SwitchOn:
                panels[^1] = Open(panels) with { Screen = PanelScreen.Starts };
                break;
            case WaitFor wait:
                panels[^1] = Next(panels) with { Screen = Seen(wait.Cue), Text = wait.Text };
                break;
            case Pause pause:
                panels[^1] = Next(panels) with { Seconds = pause.Seconds };
                break;
            case LetGo letGo:
                now = now.LetGo.IsEmpty ? now : Next(panels);
                var gone = letGo.Keys.IsEmpty ? [.. now.Held] : letGo.Keys;
                panels[^1] = now with { LetGo = [.. gone], Held = now.Held.RemoveRange(gone) };
                break;
            case Choose choose:
                panels[^1] = Next(panels) with
                {
                    Held = [],
                    Tapped = [.. choose.Moving, .. choose.Confirming is { } key ? ImmutableArray.Create(key) : []],
                    Screen = PanelScreen.Choice,
                    Text = choose.Item,
                };
                break;
            case AnswerYes:
                panels[^1] = Next(panels) with { Screen = PanelScreen.Choice, Text = "YES" };
                break;
            case StartProgram program:
                panels[^1] = now with { Screen = PanelScreen.Word, Text = program.Name };
                break;
            case Expect expect:
                panels[^1] = Next(panels) with { Screen = Seen(expect.Sign) };
                break;
            case Instead instead:
                panels[^1] = Next(panels) with { Tapped = [.. instead.Keys] };
                break;
        }
    }

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
