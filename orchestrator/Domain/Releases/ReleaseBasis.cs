namespace Espero.Orchestrator.Domain.Releases;

/// <summary>On what ground a phone may be erased.</summary>
public enum ReleaseBasis
{
    OwnerPresent,
    DonatedLot,
    Blank,
}
