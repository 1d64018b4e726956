namespace Espero.Station.Domain.Flashing.Retries;

/// <summary>Whether and how a failed step is carried out again inside its attempt.</summary>
public enum RetryMoveKind
{
    /// <summary>Not again: report the failure to the run, which may have a fallback.</summary>
    End,

    /// <summary>The same step again, as the phone is.</summary>
    Again,

    /// <summary>Bring the same phone back to the mode the step began in, then carry the step out from its beginning.</summary>
    AgainFromKnownMode,

    /// <summary>Park the attempt and ask a person; where nobody can be asked or nobody acts, report the failure.</summary>
    WaitForHands,

    /// <summary>Park the attempt until the cause has gone away by itself, or somebody says that it has.</summary>
    Rest,
}
