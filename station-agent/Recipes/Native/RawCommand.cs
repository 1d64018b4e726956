using System.Collections.Immutable;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Native;

/// <summary>Reads a command as it would go over the wire. What is neither a verb nor allow-listed is refused by its name.</summary>
internal static class RawCommand
{
    /// <param name="verb">Where the command begins, for its step.</param>
    /// <param name="words">The command itself; at least one word.</param>
    public static void Read(SourceScalar verb, ImmutableArray<SourceScalar> words, NativeDraft draft)
    {
        var first = words[0];
        var parts = first.Text.Split(':', 2);
        var argument = parts.Length == 2 ? Text(first, parts[1]) : null;
        switch (parts[0])
        {
            case "oem" when words.Length > 1:
                draft.Add(Short(verb, "oem-command", Text(words[1], string.Join(' ', words.Skip(1).Select(word => word.Text)))));
                break;
            case "set_active" when argument is not null && words.Length == 1:
                draft.Add(Short(verb, "set-slot", argument));
                break;
            case "erase" when argument is not null && words.Length == 1:
                draft.Erase(verb, argument);
                break;
            case "snapshot-update" when argument?.Text == "cancel" && words.Length == 1:
                draft.CancelSnapshot(verb);
                break;
            case "reboot-bootloader" when argument is null && words.Length == 1:
                draft.Reboot(verb, "bootloader");
                break;
            case "reboot-fastboot" when argument is null && words.Length == 1:
                draft.Reboot(verb, "fastbootd");
                break;
            default:
                draft.Errors.Add(first, NativeComplaints.CommandNotAllowed(string.Join(' ', words.Select(word => word.Text))));
                break;
        }
    }
}
