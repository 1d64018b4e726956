namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>A model that nobody knows yet, as its page shows it.</summary>
/// <param name="Handled">Who looks after it; null while nobody does.</param>
public sealed record UnknownModelCardView(
    string Code, string Name, string Seen, string? Handled, IReadOnlyList<KeyValuePair<string, string>> Facts);
