namespace Espero.Orchestrator.Catalog;

/// <summary>The name of a file in the catalogue: its SHA-256 as 64 lower-case hexadecimal digits, and nothing a path could hide in.</summary>
internal readonly record struct FileHash
{
    private const int Digits = 64;

    private FileHash(string text) => Text = text;

    public string Text { get; }

    /// <summary>Null when it is no such name.</summary>
    public static FileHash? Parse(string text) =>
        text.Length == Digits && text.All(letter => letter is >= '0' and <= '9' or >= 'a' and <= 'f') ? new FileHash(text) : null;

    public override string ToString() => Text;
}
