namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>A model that a person may have meant.</summary>
/// <param name="Model">"vendor/codename".</param>
public sealed record VerdictChoice(string Model, string Title);
