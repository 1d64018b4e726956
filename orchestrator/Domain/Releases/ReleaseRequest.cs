namespace Espero.Orchestrator.Domain.Releases;

/// <summary>A person's wish to let one phone be erased.</summary>
/// <param name="ReleasedBy">The person who answers for it, by name: 2 to 100 characters.</param>
public sealed record ReleaseRequest(Guid PhoneId, ReleaseBasis Basis, string ReleasedBy, ReleaseChecks Checks)
{
    private const int MinNameLength = 2;
    private const int MaxNameLength = 100;
    private const int MaxModelLength = 80;

    /// <summary>The model as that person has read it off the phone, at most 80 characters; empty when not said.</summary>
    public string PrintedModel { get; init; } = "";

    /// <summary>Why it cannot be accepted; empty when it can.</summary>
    public IReadOnlyList<ReleaseFault> Faults() => [.. FindFaults()];

    private IEnumerable<ReleaseFault> FindFaults()
    {
        if (ReleasedBy.Trim().Length is < MinNameLength or > MaxNameLength)
        {
            yield return ReleaseFault.NoName;
        }

        if (PrintedModel.Trim().Length > MaxModelLength)
        {
            yield return ReleaseFault.ModelTooLong;
        }

        // A swollen battery burns whatever is on the phone.
        if (!Checks.BatteryNotSwollen)
        {
            yield return ReleaseFault.BatteryNotChecked;
        }

        // On a blank phone there is nothing to save and no account to remove.
        if (Basis is ReleaseBasis.Blank)
        {
            yield break;
        }

        if (!Checks.DataSaved)
        {
            yield return ReleaseFault.DataNotSaved;
        }

        if (!Checks.SimAndSdOut)
        {
            yield return ReleaseFault.SimOrSdInside;
        }

        if (!Checks.AccountsRemoved)
        {
            yield return ReleaseFault.AccountsNotRemoved;
        }

        if (!Checks.ScreenReadable)
        {
            yield return ReleaseFault.ScreenNotChecked;
        }
    }
}
