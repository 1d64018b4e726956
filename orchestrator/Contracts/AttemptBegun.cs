namespace Espero.Orchestrator.Contracts;

/// <summary>Written to the station's journal before the first step touched the phone.</summary>
public sealed record AttemptBegun(Guid JobId, long Epoch, Guid PhoneId, string PortPath);
