namespace Espero.Station.Domain.Flashing;

/// <summary>What a journal without an end says about its attempt.</summary>
public abstract record JournalVerdict
{
    private JournalVerdict()
    {
    }

    /// <summary>No step that does anything to the phone was begun: it is as it was.</summary>
    public sealed record Untouched : JournalVerdict;

    /// <summary>Somebody must look at the phone.</summary>
    /// <param name="PassedPointOfNoReturn">A step that can lose data was begun.</param>
    /// <param name="StepId">The last step that was begun.</param>
    public sealed record Interrupted(bool PassedPointOfNoReturn, string StepId) : JournalVerdict;
}
