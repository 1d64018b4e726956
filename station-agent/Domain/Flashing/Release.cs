namespace Espero.Station.Domain.Flashing;

/// <summary>A named person's permission to erase one phone, as it came with the grant.</summary>
public sealed record Release(string ReleaseId, string PhoneId, string ReleasedBy);
