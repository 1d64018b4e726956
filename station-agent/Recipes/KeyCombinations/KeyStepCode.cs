using System.Collections.Immutable;
using System.Globalization;

namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>One step of a <see cref="KeyCode"/>: a letter for what is done, then its keys, its number or its word.</summary>
internal static class KeyStepCode
{
    private const string Plugs = "ups"; // in the order of Plug: usb, power, controller ("steering")
    private const string Cues = "kgamrulvbfzc"; // in the order of Cue
    private const string Signs = "lst"; // in the order of Sign

    public static string Write(KeyStep step) => step switch
    {
        Hold hold => (hold.IsAgain ? "a" : "h") + Letters(hold.Keys),
        Tap { Item: { } item } tap => $"i{Letters(tap.Keys)}0{KeyCode.Word(item)}",
        Tap { Seconds: > 0 } tap => $"l{Letters(tap.Keys)}0{tap.Seconds.ToString(CultureInfo.InvariantCulture)}",
        Tap tap => "t" + Letters(tap.Keys),
        LetGo letGo => "r" + Letters(letGo.Keys),
        PlugIn plugIn => $"p{Plugs[(int)plugIn.Plug]}",
        SwitchOn => "n",
        WaitFor wait => $"w{Cues[(int)wait.Cue]}{KeyCode.Word(wait.Text)}",
        Pause pause => "s" + pause.Seconds.ToString(CultureInfo.InvariantCulture),
        Choose { Moving.IsEmpty: true, Confirming: null, Item.Length: > 0 } choose => "m" + KeyCode.Word(choose.Item),
        Choose choose => $"c{Letters(choose.Moving)}0{Letters(choose.Confirming is { } key ? [key] : [])}0{KeyCode.Word(choose.Item)}",
        AnswerYes answer => "y" + answer.Times.ToString(CultureInfo.InvariantCulture),
        StartProgram program => "b" + KeyCode.Word(program.Name),
        Expect expect => $"e{Signs[(int)expect.Sign]}",
        Instead instead => "o" + Letters(instead.Keys),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "A step without a code."),
    };

    /// <summary>Null for what no step is written as.</summary>
    public static KeyStep? Read(string code)
    {
        if (code.Length == 0)
        {
            return null;
        }

        var rest = code[1..];
        return code[0] switch
        {
            'h' => WithKeys(rest, keys => new Hold(keys)),
            'a' => Keys(rest) is { } keys ? new Hold(keys, IsAgain: true) : null,
            't' => WithKeys(rest, keys => new Tap(keys)),
            'i' when rest.Split('0', 2) is [var letters, { Length: > 0 } item] =>
                WithKeys(letters, keys => new Tap(keys, KeyCode.Text(item))),
            'l' when rest.Split('0', 2) is [var letters, var digits] && Number(digits) is { } seconds =>
                WithKeys(letters, keys => new Tap(keys, Seconds: seconds)),
            'r' => Keys(rest) is { } keys ? new LetGo(keys) : null,
            'p' when rest is [var plug] && Plugs.IndexOf(plug, StringComparison.Ordinal) is >= 0 and var index => new PlugIn((Plug)index),
            'n' when rest.Length == 0 => new SwitchOn(),
            'w' when rest.Length > 0 && Cues.IndexOf(rest[0], StringComparison.Ordinal) is >= 0 and var index =>
                new WaitFor((Cue)index, KeyCode.Text(rest[1..])),
            's' when Number(rest) is { } seconds => new Pause(seconds),
            'c' when rest.Split('0', 3) is [var moving, var confirming, var item]
                && Keys(moving) is { } keys && Keys(confirming) is { Length: <= 1 } confirm =>
                new Choose(KeyCode.Text(item), keys, confirm is [var key] ? key : null),
            'm' when rest.Length > 0 => new Choose(KeyCode.Text(rest), [], null),
            'y' when Number(rest) is { } times => new AnswerYes(times),
            'b' when rest.Length > 0 => new StartProgram(KeyCode.Text(rest)),
            'e' when rest is [var sign] && Signs.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var index => new Expect((Sign)index),
            'o' => WithKeys(rest, keys => new Instead(keys)),
            _ => null,
        };
    }

    private static KeyStep? WithKeys(string letters, Func<ImmutableArray<PhoneKey>, KeyStep> make) =>
        Keys(letters) is { IsEmpty: false } keys ? make(keys) : null;

    private static string Letters(ImmutableArray<PhoneKey> keys) => string.Concat(keys.Select(PhoneKeys.LetterOf));

    private static ImmutableArray<PhoneKey>? Keys(string letters)
    {
        var keys = ImmutableArray.CreateBuilder<PhoneKey>(letters.Length);
        foreach (var letter in letters)
        {
            if (PhoneKeys.OfLetter(letter) is not { } key)
            {
                return null;
            }

            keys.Add(key);
        }

        return keys.ToImmutable();
    }

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100 ? number : null;
}
