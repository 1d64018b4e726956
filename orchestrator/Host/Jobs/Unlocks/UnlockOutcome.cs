namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>What came of asking a maker.</summary>
internal enum UnlockOutcome
{
    /// <summary>The phone may be unlocked, or is.</summary>
    Given,

    /// <summary>The maker will not let this phone be unlocked.</summary>
    Refused,
}
