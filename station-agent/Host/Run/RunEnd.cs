using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Recipes.Failures;
using Espero.Station.V1;

namespace Espero.Station.Run;

/// <summary>How an attempt came to its end.</summary>
/// <param name="IsInterrupted">Another phone answered: no end, somebody must look.</param>
/// <param name="StepId">The step it happened in; empty before the first.</param>
internal sealed record RunEnd(
    bool IsInterrupted, Outcome Outcome, Proof Proof, string FailureClass, string StepId, string Detail)
{
    /// <summary>Whether something was begun that can lose data.</summary>
    public bool IsPastReturn { get; init; }

    /// <summary>Ends with what stopped a step, or the time before the first.</summary>
    public static RunEnd Of(StepEnd end, string stepId) => end.Kind switch
    {
        StepEndKind.PhoneChanged => new(true, Outcome.Unspecified, Proof.None, FailureCode.PhoneChanged, stepId, end.Detail),
        StepEndKind.Cancelled => new(false, Outcome.Cancelled, Proof.None, "", stepId, end.Detail),
        StepEndKind.Failed => new(false, Outcome.Failed, Proof.None, end.FailureClass, stepId, end.Detail),
        StepEndKind.Done or StepEndKind.PassedOver => throw new InvalidOperationException("A step that is done stops nothing."),
    };

    public static RunEnd Of(RunMove.End end) => new(
        IsInterrupted: false,
        end.Outcome switch
        {
            RunOutcome.Succeeded => Outcome.Succeeded,
            RunOutcome.Written => Outcome.Written,
            RunOutcome.Failed => Outcome.Failed,
            RunOutcome.Cancelled => Outcome.Cancelled,
        },
        end.Proof,
        end.Failure?.FailureCode ?? "",
        end.Failure?.StepId ?? "",
        end.Failure?.Detail ?? "");
}
