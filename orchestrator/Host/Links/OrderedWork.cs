namespace Espero.Orchestrator.Links;

/// <summary>What is to be brought onto which phone. The plan's bytes are the stored ones, and their id is their hash.</summary>
internal sealed record OrderedWork(Guid JobId, Guid PhoneId, string PortPath, ReadOnlyMemory<byte> Plan, string PlanId);
