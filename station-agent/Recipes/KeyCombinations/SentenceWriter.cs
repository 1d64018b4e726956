using System.Text;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>Writes sentences in two languages side by side.</summary>
internal sealed class SentenceWriter
{
    private readonly StringBuilder _english = new();
    private readonly StringBuilder _french = new();

    /// <summary>Ends the sentence before and begins a new one.</summary>
    public void Begin(string english, string french)
    {
        Begin(_english, english);
        Begin(_french, french);
    }

    public void Begin(Sentence words) => Begin(words.English, words.French);

    /// <summary>Goes on in the present sentence.</summary>
    public void Go(string english, string french)
    {
        _english.Append(english);
        _french.Append(french);
    }

    public Sentence Build() => new(_english.Append('.').ToString(), _french.Append('.').ToString());

    private static void Begin(StringBuilder text, string words) => text.Append(text.Length == 0 ? "" : ". ").Append(words);
}
