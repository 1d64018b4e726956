namespace Espero.Station.Domain.Flashing;

/// <summary>A line of the journal: a step was begun.</summary>
public readonly record struct StepNote(string StepId);
