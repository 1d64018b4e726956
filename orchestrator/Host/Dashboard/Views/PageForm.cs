namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>What every form of one answer carries.</summary>
/// <param name="TokenField">The name of the field that proves the form is ours.</param>
/// <param name="Draft">What a person had filled in when it was refused; null on a fresh page.</param>
public sealed record PageForm(string TokenField, string Token, RequeueDraft? Draft);
