using System.Collections.Immutable;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Importing.DraftSteps;

namespace Espero.Station.Recipes.Importing.Ubports;

/// <summary>Goes through the steps of one operating system and says each in the words of a recipe.</summary>
internal sealed class UbportsSteps
{
    private readonly SourceMap _file;
    private readonly ImportScope _scope;
    private readonly UbportsActions _actions;
    private readonly List<SourceMap> _steps = [];
    private bool _unlockIsDone;

    private UbportsSteps(SourceMap file, SourceMap system, UbportsChoice choice, ImportScope scope)
    {
        (_file, _scope) = (file, scope);
        _actions = new UbportsActions(file, system, choice, scope);
    }

    public static UbportsRun Read(SourceMap file, SourceMap system, UbportsChoice choice, ImportScope scope)
    {
        var steps = new UbportsSteps(file, system, choice, scope);
        steps.AskBefore(system);
        SourceMap[] fitting = [.. system.Maps("steps").Where(step => choice.Fits(step.Find("condition")))];
        for (var index = 0; index < fitting.Length; index++)
        {
            steps.Add(fitting[index], NextTool(fitting[(index + 1)..]));
        }

        var files = steps._actions.Files;
        return new UbportsRun([files.FetchStep(system), .. files.UnpackSteps(), .. steps._steps], files.Files);
    }

    // What a person confirms before anything begins: what the phone needs for any system, then what it needs for this one.
    private void AskBefore(SourceMap system)
    {
        _steps.AddRange(UbportsAsks.Doppelgangers(_file));
        _steps.AddRange(new[] { _file.Find("unlock"), system.Find("prerequisites") }
            .OfType<SourceList>()
            .SelectMany(asks => asks.Items)
            .OfType<SourceScalar>()
            .Select(action => UbportsAsks.Of(action, _file, action.Text)));
    }

    // The program that next talks to the phone: "heimdall" of "heimdall:flash".
    private static string NextTool(IEnumerable<SourceMap> steps) => steps
        .SelectMany(step => step.Maps("actions"))
        .SelectMany(action => action.Entries)
        .Select(entry => entry.Key.Text.Split(':')[0])
        .FirstOrDefault(tool => tool is "adb" or "fastboot" or "heimdall" or "systemimage", "");

    private void Add(SourceMap step, string nextTool)
    {
        SourceMap[] fallback = [.. step.Maps("fallback").SelectMany(action => _actions.Read(action, nextTool))];
        foreach (var action in step.Maps("actions"))
        {
            var steps = _actions.Read(action, nextTool).ToImmutableArray();
            for (var index = 0; index < steps.Length; index++)
            {
                // A restart and the wait for it are one action: what helps, helps the first of them.
                _steps.Add(index == 0 ? WithFallback(steps[0], steps[0], fallback) : steps[index]);
            }
        }

        UnlockOnce(step);
    }

    // The installer unlocks when a write is refused; by then it is too late to know what would have followed.
    private void UnlockOnce(SourceNode at)
    {
        if (_unlockIsDone || _steps is not [.., var last] || !LeadsToBootloader(last)
            || _file.Map("handlers")?.Map("bootloader_locked") is not { } handler)
        {
            return;
        }

        _unlockIsDone = true;
        var steps = handler.Maps("actions")
            .SelectMany(action => _actions.Read(action))
            .ToLookup(step => step.Entries[0].Key.Text == "unlock");
        _steps.AddRange(steps[false]); // a code is brought before the phone can say whether it needs one
        _steps.Add(UnlockSteps.WhereClosed(
            at,
            [
                .. steps[true].SelectMany(unlock => UnlockSteps.Unlock(at, unlock, IsByCode(unlock) ? null : UnlockSteps.Confirmation(at))),
                .. UnlockSteps.SeeOpened(at, UbportsAsks.Of(at, _file, "bootloader")),
            ]));
    }

    private static bool LeadsToBootloader(SourceMap step) =>
        ((step.Find("await-mode") ?? step.Find("ask")) as SourceMap)?.Text("mode") == "bootloader";

    // Who was given a code has agreed already.
    private static bool IsByCode(SourceMap unlock) => unlock.Find("unlock") is SourceMap;
}
