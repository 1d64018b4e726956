using System.Collections.Immutable;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Words;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Native;

/// <summary>
/// fastboot-info.txt (AOSP fastboot/README.md, "Flashing Logic"): a version, then one task a line. The order around it is that of
/// AOSP's own flashing: requirements first, a half-done update given up, then the tasks.
/// </summary>
internal static class FastbootInfoReader
{
    private const string KnownVersion = "1";
    private const string LayoutFile = "super_empty.img";

    private static readonly ImmutableArray<string> Tasks = ["version", "flash", "erase", "reboot", "update-super", "if-wipe"];

    public static void Read(RecipeFile recipe, NativeDraft draft)
    {
        if (recipe.Find(NativeFormats.AndroidInfoFileName) is { } requirements)
        {
            AndroidInfoReader.Read(requirements, draft);
        }
        else
        {
            draft.Errors.Add(1, 1, NativeComplaints.NotBeside(NativeFormats.AndroidInfoFileName));
        }

        draft.CancelSnapshot(new SourceScalar(1, 1, "", isPlain: false));
        var isFirst = true;
        foreach (var words in ScriptLines.Read(recipe.Text, draft.Errors))
        {
            if (isFirst != words[0].Text is "version")
            {
                draft.Errors.Add(words[0], NativeComplaints.VersionFirst);
            }

            isFirst = false;
            Read(words, draft);
        }
    }

    private static void Read(ImmutableArray<SourceScalar> words, NativeDraft draft)
    {
        switch (words)
        {
            case [{ Text: "version" }, var number]:
                if (number.Text != KnownVersion)
                {
                    draft.Errors.Add(number, NativeComplaints.OtherVersion(number.Text, KnownVersion));
                }

                break;
            case [{ Text: "if-wipe" }, { Text: not ("if-wipe" or "version") }, ..]:
                Read(words[1..], draft); // a new system always empties the phone
                break;
            case [{ Text: "flash" }, ..]:
                Flash(words, draft);
                break;
            case [{ Text: "erase" } verb, var partition]:
                draft.Erase(verb, partition);
                break;
            case [{ Text: "reboot" } verb]:
                draft.Reboot(verb, "system");
                break;
            case [{ Text: "reboot" } verb, { Text: "bootloader" }]:
                draft.Reboot(verb, "bootloader");
                break;
            case [{ Text: "reboot" } verb, { Text: "fastboot" }]:
                draft.Reboot(verb, "fastbootd");
                break;
            case [{ Text: "update-super" } verb]:
                draft.Super(verb, Text(verb, LayoutFile), wipe: true);
                break;
            default:
                Refuse(words[0], draft);
                break;
        }
    }

    // "--apply-vbmeta" carries over the switches that turn verification off; nobody can give them here, so it changes nothing.
    private static void Flash(ImmutableArray<SourceScalar> words, NativeDraft draft)
    {
        SourceScalar? slot = null;
        var at = 1;
        for (; at < words.Length && words[at].Text.StartsWith("--", StringComparison.Ordinal); at++)
        {
            switch (words[at].Text)
            {
                case "--slot-other":
                    slot = Text(words[at], "other");
                    break;
                case "--apply-vbmeta":
                    break;
                default:
                    draft.Errors.Add(words[at], NativeComplaints.UnknownOption(words[at].Text));
                    break;
            }
        }

        switch (words[at..])
        {
            case [var partition]:
                draft.Flash(words[0], partition, Text(partition, $"{partition.Text}.img"), slot);
                break;
            case [var partition, var file]:
                draft.Flash(words[0], partition, file, slot);
                break;
            default:
                draft.Errors.Add(words[0], NativeComplaints.WrongWords("flash"));
                break;
        }
    }

    private static void Refuse(SourceScalar task, NativeDraft draft) => draft.Errors.Add(
        task,
        Tasks.Contains(task.Text)
            ? NativeComplaints.WrongWords(task.Text)
            : NativeComplaints.UnknownCommand(task.Text, NearestWord.To(task.Text, Tasks), Tasks));
}
