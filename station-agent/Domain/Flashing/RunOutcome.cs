namespace Espero.Station.Domain.Flashing;

/// <summary>How a run ended.</summary>
public enum RunOutcome
{
    /// <summary>Read back from the running system, or said by the bootloader.</summary>
    Succeeded,

    /// <summary>All steps done; nothing as strong proves that it runs.</summary>
    Written,

    Failed,

    /// <summary>Stopped before the point of no return.</summary>
    Cancelled,
}
