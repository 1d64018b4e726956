namespace Espero.Station.Recipes.Source;

/// <summary>Text. YAML's own readings (yes as true, 010 as eight) are not applied: a key's type says what the text means.</summary>
internal sealed class SourceScalar(int line, int column, string text, bool isPlain) : SourceNode(line, column)
{
    public string Text { get; } = text;

    /// <summary>Written so that every reader of YAML takes it for the same whole number.</summary>
    public bool IsNumber => isPlain && Text.Length > 0 && Text.All(char.IsAsciiDigit) && (Text[0] != '0' || Text.Length == 1);

    /// <summary>Nothing was written: "key:" or "key: ~".</summary>
    public bool IsNothing => isPlain && Text is "" or "~" or "null";
}
