using System.Collections.Immutable;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Words;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Native;

/// <summary>
/// script.txt, the list of commands inside GrapheneOS's optimised install archives. What it erases is always erased: whoever
/// brings a new system onto a phone empties it.
/// </summary>
internal static class ScriptReader
{
    private static readonly ImmutableArray<string> Verbs =
    [
        "check-requirements", "check-var", "erase", "flash", "maybe-cancel-snapshot-update", "reboot-bootloader", "run-cmd",
        "toggle-active-slot",
    ];

    public static void Read(RecipeFile recipe, NativeDraft draft)
    {
        foreach (var words in ScriptLines.Read(recipe.Text, draft.Errors))
        {
            Read(words, recipe, draft);
        }
    }

    private static void Read(ImmutableArray<SourceScalar> words, RecipeFile recipe, NativeDraft draft)
    {
        switch (words)
        {
            case [{ Text: "check-requirements" }, var file]:
                Require(file, recipe, draft);
                break;
            case [{ Text: "check-var" } verb, var name, var value]:
                Check(verb, name, value, draft);
                break;
            case [{ Text: "erase" } verb, var partition]:
                draft.Erase(verb, partition);
                break;
            case [{ Text: "flash" } verb, var partition, var file]:
                draft.Flash(verb, partition, file, slot: null);
                break;
            case [{ Text: "flash" } verb, var partition, var file, { Text: "other-slot" } slot]:
                draft.Flash(verb, partition, file, Text(slot, "other"));
                break;
            case [{ Text: "maybe-cancel-snapshot-update" } verb]:
                draft.CancelSnapshot(verb);
                break;
            case [{ Text: "reboot-bootloader" } verb]:
                draft.Reboot(verb, "bootloader");
                break;
            case [{ Text: "run-cmd" } verb, _, ..]:
                RawCommand.Read(verb, words[1..], draft);
                break;
            case [{ Text: "toggle-active-slot" } verb]:
                draft.Add(Short(verb, "set-slot", Text(verb, "other")));
                break;
            default:
                Refuse(words[0], draft);
                break;
        }
    }

    private static void Check(SourceScalar verb, SourceScalar name, SourceScalar value, NativeDraft draft)
    {
        var test = Test(name, $"getvar.{name.Text}", value);
        draft.Add(Short(verb, "assert", test));
        if (name.Text == "product")
        {
            draft.Identify(test);
        }
    }

    private static void Require(SourceScalar file, RecipeFile recipe, NativeDraft draft)
    {
        if (recipe.Find(file.Text) is { } requirements)
        {
            AndroidInfoReader.Read(requirements, draft);
        }
        else
        {
            draft.Errors.Add(file, NativeComplaints.NotBeside(file.Text));
        }
    }

    private static void Refuse(SourceScalar verb, NativeDraft draft) => draft.Errors.Add(
        verb,
        Verbs.Contains(verb.Text)
            ? NativeComplaints.WrongWords(verb.Text)
            : NativeComplaints.UnknownCommand(verb.Text, NearestWord.To(verb.Text, Verbs), Verbs));
}
