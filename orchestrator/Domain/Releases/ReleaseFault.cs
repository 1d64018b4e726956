namespace Espero.Orchestrator.Domain.Releases;

/// <summary>What is missing in a release.</summary>
public enum ReleaseFault
{
    NoName,
    DataNotSaved,
    SimOrSdInside,
    AccountsNotRemoved,
    BatteryNotChecked,
    ScreenNotChecked,
    ModelTooLong,
}
