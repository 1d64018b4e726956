namespace Espero.Orchestrator.Operations;

/// <summary>Who asks, as far as an answer depends on it.</summary>
/// <param name="Language">"fr" or "en".</param>
internal sealed record Caller(string Language);
