namespace Espero.Station.Domain.Flashing;

/// <summary>A named person's permission to erase one phone, as it came with the grant.</summary>
public sealed record Release(string ReleaseId, string PhoneId, string ReleasedBy)
{
    /// <summary>The model as that person has read it off the phone; empty when not said.</summary>
    public string PrintedModel { get; init; } = "";
}
