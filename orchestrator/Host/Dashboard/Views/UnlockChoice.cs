namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>One line of a list to choose from.</summary>
public sealed record UnlockChoice(string Value, string Name, bool IsChosen);
