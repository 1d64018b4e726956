namespace Espero.Orchestrator.Domain.Jobs;

/// <summary>What a waiting job waits for.</summary>
public enum WaitsFor
{
    /// <summary>Its phone is not plugged in at its site, or cannot be used there.</summary>
    Phone,

    /// <summary>Nobody has released the phone.</summary>
    Release,

    Date,
    Hands,

    /// <summary>The phone is locked, and its maker must first let it be unlocked.</summary>
    Maker,
}
