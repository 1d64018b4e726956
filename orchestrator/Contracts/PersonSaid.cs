namespace Espero.Orchestrator.Contracts;

/// <summary>A named person has read off the phone what no program on it can tell.</summary>
/// <param name="Fact">As recipes name it: "person.model".</param>
/// <param name="SaidBy">The person who gave the release.</param>
public sealed record PersonSaid(Guid JobId, long Epoch, string Fact, string Value, string SaidBy);
