using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.Lineage;

/// <summary>From the new recovery into the new system.</summary>
internal static class RecoveryFlow
{
    public static IEnumerable<SourceMap> Steps(LineageDevice device)
    {
        var at = device.At;
        if (device.CopiesPartitions)
        {
            var copy = device.Place("before_lineage_install");
            yield return HandSteps.Ask(copy, AskCodes.OpenSideload, "touch", "sideload");
            yield return Short(copy, "sideload", Text(copy, LineageFiles.Copier));
            yield return HandSteps.Ask(copy, AskCodes.BackToRecovery, "touch", "recovery");
        }

        yield return HandSteps.Ask(at, AskCodes.OpenSideload, "touch", "sideload");
        foreach (var step in DraftSteps.Sideload(at, LineageFiles.System))
        {
            yield return step;
        }

        yield return DraftSteps.WithFallback(
            at, Short(at, "reboot", Text(at, "system")), HandSteps.Ask(at, AskCodes.RestartSystem, "touch"));
    }
}
