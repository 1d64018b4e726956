using System.Collections.Immutable;
using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Importing.DraftSteps;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.Eos;

/// <summary>Says the wizard's pages, with their commands, in the words of a recipe.</summary>
internal sealed class EosCommands(EosFiles files, ModelFacts model, ImportScope scope)
{
    private const string KeyPartition = "avb_custom_key";
    private const string SetActive = "--set-active=";
    private const string GoTo = "goto_";

    // The mode that a command has sent the phone into, so that nobody is asked to do it again.
    private string? _onItsWayTo;

    public IEnumerable<SourceMap> Read(ImmutableArray<EosItem> items)
    {
        for (var index = 0; index < items.Length; index++)
        {
            if (items[index].OpensBootloader)
            {
                var end = EndOfUnlock(items, index);
                yield return Unlock(items[index..end]);
                index = end - 1;
                continue;
            }

            foreach (var step in ReadOne(items[index]))
            {
                yield return step;
            }
        }
    }

    // An open phone goes on at the page that the command names, else where the first write stands.
    private static int EndOfUnlock(ImmutableArray<EosItem> items, int start)
    {
        var target = items[start].Words is [.., var last] && last.StartsWith(GoTo, StringComparison.Ordinal) ? last[GoTo.Length..] : null;
        var end = start + 1;
        while (end < items.Length && (target is null || items[end].PageId != target) && !items[end].Writes)
        {
            end++;
        }

        return end;
    }

    private SourceMap Unlock(ImmutableArray<EosItem> items)
    {
        var at = items[0].Page;
        _onItsWayTo = null; // after it a phone erases itself and is anywhere
        SourceMap[] steps =
        [
            .. items.SelectMany(ReadOne),
            .. UnlockSteps.SeeOpened(at, HandSteps.Keys(at, model.KeysInto("bootloader"), "bootloader")),
        ];
        _onItsWayTo = "bootloader";
        return UnlockSteps.WhereClosed(at, steps);
    }

    private IEnumerable<SourceMap> ReadOne(EosItem item)
    {
        if (!item.IsAsk)
        {
            return ReadCommand(item);
        }

        if (!item.IsAsked || EosAsks.Find(item.Page, item.PageId, model) is not { } ask)
        {
            return [];
        }

        _onItsWayTo = null;
        return [ask];
    }

    private IEnumerable<SourceMap> ReadCommand(EosItem item)
    {
        var page = item.Page;
        return item.Words switch
        {
            ["connect", "bootloader"] => Connect(item, "bootloader"),
            ["connect", "adb"] => Connect(item, "system"),
            ["connect", "recovery"] => Connect(item, "recovery"),
            ["flash", KeyPartition, var file] => WithFile(page, file, name => [Short(page, "avb-key", Text(page, name))]),
            ["flash", var partition, var file] => WithFile(page, file, name => [Flash(page, partition, name)]),
            // The wizard's own parser passes over this word; it says what the data mean.
            ["flash", var partition, var file, var slot] when slot.StartsWith(SetActive, StringComparison.Ordinal) =>
                WithFile(page, file, name => [Flash(page, partition, name), Short(page, "set-slot", Text(page, slot[SetActive.Length..]))]),
            ["erase", KeyPartition] => [Step(page, "avb-key", [("clear", Text(page, "true"))])],
            ["erase", var partition] => [Erase(page, partition)],
            ["format", var partition] => [Step(page, "format", [("partition", Text(page, partition))])],
            ["flashing", "unlock_critical"] => Confirmed(page, "critical"),
            ["flashing", "unlock", ..] => Confirmed(page, "flashing"),
            ["oem", "unlock"] => Confirmed(page, "oem"),
            ["flashing", "lock_critical"] => Locked(page, Short(page, "lock", Text(page, "critical"))),
            ["flashing", "lock"] => Locked(page, Short(page, "lock")),
            ["sideload", var file] => WithFile(page, file, name => [Short(page, "sideload", Text(page, name))]),
            ["reboot"] or ["reboot", "adb"] => Restart(page, "system"),
            ["reboot", var target] => Restart(page, target),
            ["delay", _] => [], // waiting for the phone is better than waiting
            _ => Unknown(page, item.Command),
        };
    }

    private static IEnumerable<SourceMap> Confirmed(SourceMap page, string method) =>
        UnlockSteps.Unlock(page, Short(page, "unlock", Text(page, method)), UnlockSteps.Confirmation(page));

    // The phone's question comes while the command is still under way: who is to agree is told before.
    private IEnumerable<SourceMap> Locked(SourceMap page, SourceMap command)
    {
        _onItsWayTo = null;
        return [HandSteps.Ask(page, AskCodes.ConfirmLock, "keys"), command];
    }

    private IEnumerable<SourceMap> Connect(EosItem item, string mode)
    {
        if (item.IsAsked && _onItsWayTo != mode && EosAsks.ToMode(item.Page, mode, model) is { } ask)
        {
            yield return ask;
        }

        _onItsWayTo = mode;
        yield return Await(item.Page, mode);
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
