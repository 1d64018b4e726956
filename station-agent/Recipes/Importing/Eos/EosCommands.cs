using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Importing.DraftSteps;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.Eos;

/// <summary>Says one page of the wizard, with its commands, in the words of a recipe.</summary>
internal sealed class EosCommands(EosFiles files, ImportScope scope)
{
    private const string KeyPartition = "avb_custom_key";
    private const string SetActive = "--set-active=";

    // The mode that a command has sent the phone into, so that nobody is asked to do it again.
    private string? _onItsWayTo;

    public IEnumerable<SourceMap> Read(SourceMap page)
    {
        var isAsked = page.Flag("needUserGesture") is true;
        var commands = page.Texts("command");
        foreach (var command in commands)
        {
            foreach (var step in Read(page, command, isAsked))
            {
                yield return step;
            }
        }

        if (isAsked && EosAsks.Find(page, page.Text("id") ?? "") is { } ask && (commands.IsEmpty || EosAsks.ComesAfter(page.Text("id"))))
        {
            _onItsWayTo = null;
            yield return ask;
        }
    }

    private IEnumerable<SourceMap> Read(SourceMap page, string command, bool isAsked) => command.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["connect", "bootloader"] => Connect(page, "bootloader", isAsked),
        ["connect", "adb"] => Connect(page, "system", isAsked),
        ["connect", "recovery"] => Connect(page, "recovery", isAsked),
        ["flash", KeyPartition, var file] => WithFile(page, file, name => [Short(page, "avb-key", Text(page, name))]),
        ["flash", var partition, var file] => WithFile(page, file, name => [Flash(page, partition, name)]),
        // The wizard's own parser passes over this word; it says what the data mean.
        ["flash", var partition, var file, var slot] when slot.StartsWith(SetActive, StringComparison.Ordinal) =>
            WithFile(page, file, name => [Flash(page, partition, name), Short(page, "set-slot", Text(page, slot[SetActive.Length..]))]),
        ["erase", KeyPartition] => [Step(page, "avb-key", [("clear", Text(page, "true"))])],
        ["erase", var partition] => [Erase(page, partition)],
        ["format", var partition] => [Step(page, "format", [("partition", Text(page, partition))])],
        ["flashing", "unlock_critical"] => [Short(page, "unlock", Text(page, "critical"))],
        ["flashing", "unlock", ..] => [Short(page, "unlock", Text(page, "flashing"))],
        ["oem", "unlock"] => [Short(page, "unlock", Text(page, "oem"))],
        ["flashing", "lock_critical"] => [Short(page, "lock", Text(page, "critical"))],
        ["flashing", "lock"] => [Short(page, "lock")],
        ["sideload", var file] => WithFile(page, file, name => [Short(page, "sideload", Text(page, name))]),
        ["reboot"] or ["reboot", "adb"] => Restart(page, "system"),
        ["reboot", var target] => Restart(page, target),
        ["delay", _] => [], // waiting for the phone is better than waiting
        _ => Unknown(page, command),
    };

    private IEnumerable<SourceMap> Connect(SourceMap page, string mode, bool isAsked)
    {
        if (isAsked && _onItsWayTo != mode && EosAsks.ToMode(page, mode) is { } ask)
        {
            yield return ask;
        }

        _onItsWayTo = mode;
        yield return Await(page, mode);
    }

    private IEnumerable<SourceMap> Restart(SourceMap page, string target)
    {
        _onItsWayTo = target;
        return Reboot(page, target);
    }

    private IEnumerable<SourceMap> WithFile(SourceMap page, string path, Func<string, IEnumerable<SourceMap>> steps)
    {
        if (files.Find(path) is { } name)
        {
            return steps(name);
        }

        scope.Errors.Add(page, ImportComplaints.UnknownFile(path));
        return [];
    }

    private IEnumerable<SourceMap> Unknown(SourceMap page, string command)
    {
        scope.Errors.Add(page, ImportComplaints.UnknownAction(command));
        return [];
    }
}
