using System.Collections.Immutable;
using System.Globalization;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>The words of one step, and how they join what stands before them.</summary>
internal static class StepWords
{
    private static readonly Sentence None = new("", "");

    /// <summary>Whether the step goes on in the sentence of the one before.</summary>
    public static bool GoesOn(KeyStep step, KeyStep before) => step switch
    {
        LetGo or PlugIn or SwitchOn => before is not (Choose or Expect),
        WaitFor => IsHeld(before),
        Pause => before is LetGo,
        Hold { IsAgain: true } => before is LetGo or Pause,
        Hold => before is Hold,
        Tap { Item: null } => before is Hold or PlugIn,
        _ => false,
    };

    public static Sentence Joint(KeyStep step, KeyStep before) => step switch
    {
        WaitFor when before is LetGo => new(" and keep the rest held ", " et gardez le reste enfoncé "),
        WaitFor when before is PlugIn or SwitchOn => new(" and keep holding ", " et continuez "),
        WaitFor => new(" ", " "),
        Hold { IsAgain: false } or SwitchOn => new(", then ", ", puis "),
        PlugIn when before is Hold => new(", then ", ", puis "),
        LetGo when before is WaitFor or Pause or PlugIn => new(", then ", ", puis "),
        Pause => new(", ", ", "),
        _ => new(" and ", " et "),
    };

    public static Sentence Of(KeyStep step, KeyStep? before) => step switch
    {
        Hold { IsAgain: true, Keys.IsEmpty: true } => new("hold them again", "maintenez-les de nouveau"),
        Hold { IsAgain: true } again => Keys("hold {0} again", "maintenez de nouveau {0}", again.Keys),
        Hold hold when before is Hold => Keys("hold {0} as well", "maintenez aussi {0}", hold.Keys),
        Hold hold => Keys("hold {0}", "maintenez {0}", hold.Keys),
        Tap { Item: { } item } tap => Keys(
            $"press {{0}} until “{item}” is marked", $"appuyez sur {{0}} jusqu'à ce que « {item} » soit sélectionné", tap.Keys),
        Tap { Seconds: > 0 } tap => Keys(
            $"hold {{0}} for {Number(tap.Seconds)} seconds", $"maintenez {{0}} pendant {Number(tap.Seconds)} secondes", tap.Keys),
        Tap tap => Keys("press {0} briefly", "appuyez brièvement sur {0}", tap.Keys),
        LetGo { Keys.IsEmpty: true } => new("let go", "relâchez"),
        LetGo letGo => Keys("let go of {0}", "relâchez {0}", letGo.Keys),
        PlugIn plugIn => Plugged(plugIn.Plug),
        SwitchOn => new("switch the phone on", "allumez le téléphone"),
        WaitFor wait when before is not null && IsHeld(before) => Until(wait),
        WaitFor wait => new(
            $"wait {Until(wait).English}", $"attendez {Until(wait).French.Replace("jusqu'à ce qu", "qu", StringComparison.Ordinal)}"),
        Pause pause => new(
            pause.Seconds == 1 ? "wait one second" : $"wait {Number(pause.Seconds)} seconds",
            pause.Seconds == 1 ? "attendez une seconde" : $"attendez {Number(pause.Seconds)} secondes"),
        Choose choose => Chosen(choose),
        AnswerYes { Times: 1 } => new("answer “Yes” to the phone's question", "répondez « Oui » (Yes) à la question du téléphone"),
        AnswerYes => new("answer “Yes” to both of the phone's questions", "répondez « Oui » (Yes) aux deux questions du téléphone"),
        StartProgram program => new($"start {program.Name}", $"démarrez {program.Name}"),
        Expect { Sign: Sign.BlueLight } => new("the light turns blue", "le voyant devient bleu"),
        Expect { Sign: Sign.BlueStar } => new("a blue star appears", "une étoile bleue apparaît"),
        Expect => new("the maker's own tool takes over here", "l'outil du fabricant prend la suite"),
        Instead instead => Keys(
            "with {0} in its place, the second recovery starts", "avec {0} à la place, le second mode de secours démarre", instead.Keys),
        _ => None,
    };

    // Something is still held, so the waiting says how long.
    private static bool IsHeld(KeyStep before) => before is Hold or PlugIn or SwitchOn or LetGo { Keys.IsEmpty: false };

    private static Sentence Chosen(Choose choose)
    {
        var item = choose.Item.Length == 0 ? new Sentence("the mode", "le mode") : new Sentence($"“{choose.Item}”", $"« {choose.Item} »");
        var moving = choose.Moving switch
        {
            [] => None,
            [PhoneKey.VolumeUp, PhoneKey.VolumeDown] => new Sentence(" with the volume keys", " avec les touches de volume"),
            var keys => Keys(" with {0}", " avec {0}", keys),
        };
        var confirming = choose.Confirming is { } key ? Keys(", then confirm with {0}", ", puis validez avec {0}", [key]) : None;
        return new Sentence(
            $"choose {item.English}{moving.English}{confirming.English}", $"choisissez {item.French}{moving.French}{confirming.French}");
    }

    private static Sentence Plugged(Plug plug) => plug switch
    {
        Plug.UsbCable => new("plug in the USB cable", "branchez le câble USB"),
        Plug.PowerSupply => new("plug in the power supply", "branchez l'alimentation"),
        Plug.Controller => new("plug in the controller", "branchez la manette"),
    };

    private static Sentence Until(WaitFor wait) => wait.Cue switch
    {
        Cue.Word => new($"until “{wait.Text}” appears", $"jusqu'à ce que « {wait.Text} » s'affiche"),
        Cue.Logo => new($"until the {wait.Text} logo appears", $"jusqu'à ce que le logo {wait.Text} apparaisse"),
        Cue.AnyLogo => new("until the first logo appears", "jusqu'à ce que le premier logo apparaisse"),
        Cue.Menu => new("until a menu appears", "jusqu'à ce qu'un menu apparaisse"),
        Cue.Recovery => new("until the recovery menu appears", "jusqu'à ce que le menu de secours apparaisse"),
        Cue.UpdateScreen => new("until the firmware screen appears", "jusqu'à ce que l'écran de mise à jour apparaisse"),
        Cue.ScreenLights => new("until the screen lights up", "jusqu'à ce que l'écran s'allume"),
        Cue.Vibration => new("until it vibrates", "jusqu'à ce qu'il vibre"),
        Cue.BlueText => new("until blue text appears", "jusqu'à ce que du texte bleu apparaisse"),
        Cue.TwoFlashes => new("until the screen has flashed twice", "jusqu'à ce que l'écran ait clignoté deux fois"),
        Cue.Lamps => new("until its lights come on", "jusqu'à ce que ses voyants s'allument"),
        Cue.Computer => new("until the station sees it", "jusqu'à ce que le poste le voie"),
    };

    // {0} is the keys' place.
    private static Sentence Keys(string english, string french, ImmutableArray<PhoneKey> keys) => new(
        string.Format(CultureInfo.InvariantCulture, english, List(keys.Select(key => PhoneKeys.NameOf(key).English), "and")),
        string.Format(CultureInfo.InvariantCulture, french, List(keys.Select(key => PhoneKeys.NameOf(key).French), "et")));

    private static string List(IEnumerable<string> names, string and) => names.ToList() switch
    {
        [var one] => one,
        [.. var first, var last] => $"{string.Join(", ", first)} {and} {last}",
        [] => "",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
