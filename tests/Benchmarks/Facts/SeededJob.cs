namespace Espero.Benchmarks.Facts;

/// <summary>A granted job of a station, as an orchestrator would have left it when the station begins.</summary>
internal sealed record SeededJob(Guid JobId, Guid PhoneId, string StationId, string PortPath);
