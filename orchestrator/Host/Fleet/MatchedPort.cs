namespace Espero.Orchestrator.Fleet;

/// <summary>Who the phone on a port is.</summary>
internal sealed record MatchedPort(string Path, Guid PhoneId);
