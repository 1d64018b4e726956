using System.Collections.Immutable;
using Espero.Station.Domain.Flashing;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Run;

/// <summary>Guards the point of no return: a release for this very phone, good files, the same phone, nobody who cancelled.</summary>
internal sealed class PointGate(
    RunningAttempt running, Permission permission, AttemptKit kit, AttemptFacts facts)
{
    public bool IsPassed => running.IsPastReturn;

    /// <summary>Done when the step may go on; it is then in the journal that the point was passed.</summary>
    /// <param name="findNeeded">Finds what it and the steps behind it may read; not asked once the point is passed.</param>
    public async Task<StepEnd> PassAsync(
        string stepId, Func<Task<ImmutableArray<string>>> findNeeded, CancellationToken cancellationToken)
    {
        if (running.IsPastReturn)
        {
            return StepEnd.Done;
        }

        if (!permission.MayWrite)
        {
            return StepEnd.Failed(FailureCode.ReleaseMissing, "Nobody released this phone to be erased.");
        }

        var files = await kit.Files.EnsureAsync(await findNeeded(), cancellationToken);
        if (!files.LetsGoOn)
        {
            return files;
        }

        var same = await kit.Hand.CheckSameAsync(cancellationToken);
        if (!same.LetsGoOn)
        {
            return same;
        }

        if (!running.TryPass())
        {
            return StepEnd.Cancelled;
        }

        await facts.PassedAsync(stepId, cancellationToken);
        return StepEnd.Done;
    }
}
