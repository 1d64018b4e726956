using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Source;

/// <summary>An error that does not know its place yet.</summary>
internal sealed record Complaint(string Code, Sentence Sentence, string? NearestWord = null)
{
    public Complaint(string code, string english, string french)
        : this(code, new Sentence(english, french))
    {
    }
}
