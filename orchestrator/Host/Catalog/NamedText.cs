namespace Espero.Orchestrator.Catalog;

/// <summary>A file's text, and how messages name it.</summary>
internal sealed record NamedText(string Name, string Text);
