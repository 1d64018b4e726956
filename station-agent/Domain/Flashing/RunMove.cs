using Espero.Plan.V1;

namespace Espero.Station.Domain.Flashing;

/// <summary>What a run does next.</summary>
public abstract record RunMove
{
    private RunMove()
    {
    }

    /// <summary>Check all that is ahead by what the phone has told by now, then report to the run. Asks the phone nothing.</summary>
    public sealed record Check(Step BeforeStep) : RunMove;

    /// <summary>Journal the step as begun, carry it out, then report to the run. It may be one of <see cref="LookSteps"/>.</summary>
    public sealed record Do(Step Step) : RunMove;

    /// <summary>Its condition does not hold: journal that, and ask for the next move.</summary>
    public sealed record PassOver(Step Step) : RunMove;

    /// <summary>Nothing more may happen to this phone without a release. The phone is as it was.</summary>
    public sealed record StopForRelease(Step BeforeStep) : RunMove;

    /// <summary>The run is over; asking again gives the same.</summary>
    /// <param name="Outcome">How.</param>
    /// <param name="Proof">The level that was reached; none unless succeeded or written.</param>
    /// <param name="Failure">Set when failed.</param>
    /// <param name="PassedPointOfNoReturn">Whether a step that can lose data was handed out.</param>
    public sealed record End(RunOutcome Outcome, Proof Proof, Refusal? Failure, bool PassedPointOfNoReturn) : RunMove;
}
