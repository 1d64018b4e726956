using System.Collections.Immutable;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Importing.DraftSteps;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.Ubports;

/// <summary>Goes through the steps of one operating system and says each in the words of a recipe.</summary>
internal sealed class UbportsSteps
{
    private readonly SourceMap _file;
    private readonly ImportScope _scope;
    private readonly UbportsActions _actions;
    private readonly List<SourceMap> _steps = [];
    private bool _unlockIsDone;

    private UbportsSteps(SourceMap file, UbportsChoice choice, ImportScope scope)
    {
        (_file, _scope) = (file, scope);
        _actions = new UbportsActions(file, choice, scope);
    }

    public static UbportsRun Read(SourceMap file, SourceMap system, UbportsChoice choice, ImportScope scope)
    {
        var steps = new UbportsSteps(file, choice, scope);
        steps.AskBefore();
        foreach (var step in system.Maps("steps").Where(step => choice.Fits(step.Find("condition"))))
        {
            steps.Add(step);
        }

        var files = steps._actions.Files;
        return new UbportsRun([files.FetchStep(system), .. files.UnpackSteps(), .. steps._steps], files.Files);
    }

    // What a person confirms before anything begins.
    private void AskBefore()
    {
        if (_file.Find("unlock") is SourceList asks)
        {
            _steps.AddRange(asks.Items.OfType<SourceScalar>().Select(action => UbportsAsks.Of(action, _file, action.Text)));
        }
    }

    private void Add(SourceMap step)
    {
        SourceMap[] fallback = [.. step.Maps("fallback").SelectMany(action => _actions.Read(action))];
        foreach (var action in step.Maps("actions"))
        {
            var steps = _actions.Read(action).ToImmutableArray();
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
        if (_unlockIsDone || _steps is not [.., var last] || last.Find("await-mode") is not SourceMap wait || wait.Text("mode") != "bootloader"
            || _file.Map("handlers")?.Map("bootloader_locked") is not { } handler)
        {
            return;
        }

        _unlockIsDone = true;
        var unlocked = Map(at, ("not", Map(at, ("getvar.unlocked", Text(at, "yes")))));
        _steps.AddRange(handler.Maps("actions").SelectMany(action => _actions.Read(action)).Select(step => WithCondition(at, step, unlocked)));
    }
}
