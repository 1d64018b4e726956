namespace Espero.Orchestrator.Domain.Releases;

/// <summary>What the person who releases a phone has looked at.</summary>
public sealed record ReleaseChecks(bool DataSaved, bool SimAndSdOut, bool AccountsRemoved, bool BatteryNotSwollen, bool ScreenReadable);
