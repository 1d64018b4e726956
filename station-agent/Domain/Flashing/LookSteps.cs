using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Simulation;
using Google.Protobuf.WellKnownTypes;

namespace Espero.Station.Domain.Flashing;

/// <summary>
/// Steps of no recipe: a run puts them before one of the plan's, to have the phone tell what that one hangs on. They write nothing,
/// and are journalled, guarded and tried again like any other step.
/// </summary>
public sealed class LookSteps
{
    // No step of a recipe has it in its name.
    private const char Mark = '/';

    private static readonly TimeSpan Within = TimeSpan.FromMinutes(2);

    private int _made;

    public static bool IsOne(Step step) => step.Id.Contains(Mark);

    /// <summary>The step of the plan before which a look stands; any other step's own name.</summary>
    public static string OwnerOf(Step step) => step.Id.Split(Mark)[0];

    /// <summary>Asks the phone anew, where it is.</summary>
    public Step Here(Step before) => Made(before, new Step { SnapshotFacts = new SnapshotFacts() });

    /// <summary>Takes the phone where it tells more, and back.</summary>
    public ImmutableArray<Step> Elsewhere(Step before, PhoneMode there, PhoneMode back) =>
        [.. Way(there).Concat(Way(back)).Select(step => Made(before, step))];

    private static Step[] Way(PhoneMode mode) =>
    [
        new()
        {
            Reboot = new Reboot { Target = VerbModes.Towards(mode) ?? throw new InvalidOperationException($"No restart leads to {mode}.") },
        },
        new() { AwaitMode = new AwaitMode { Mode = mode, Deadline = Within.ToDuration() } },
    ];

    // Never the same name twice: people are asked for help under it.
    private Step Made(Step before, Step step)
    {
        step.Id = $"{OwnerOf(before)}{Mark}look-{++_made}";
        return step;
    }
}
