using System.Collections.Immutable;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Models;

namespace Espero.Station.Domain.Rehearsing;

/// <summary>A real phone as a station recorded it: a twin that nobody's data set has a hand in.</summary>
/// <param name="File">The plain name of its file.</param>
/// <param name="Facts">What it said, without how its battery was at that hour.</param>
/// <param name="Model">What its facts prove it to be; null when no data set knows it, or it may be several.</param>
public sealed record RecordedPhone(string File, PhoneFacts Facts, ModelFacts? Model)
{
    private const string ShownInSettings = "getprop.ro.product.model";

    private static readonly ImmutableArray<string> Charge =
        [$"{FactName.Battery}.", $"{FactName.Getvar}.battery-", $"{FactName.Fastbootd}.battery-"];

    /// <summary>Every recording of a folder, in the order of their names.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="FormatException">A file holds no recorded facts; its message names the file and says why.</exception>
    public static ImmutableArray<RecordedPhone> ReadAll(string folder, ModelBook book) =>
    [
        .. Directory.EnumerateFiles(folder, "*.json")
            .Order(StringComparer.Ordinal)
            .Select(path => Of(Path.GetFileName(path), Read(path), book)),
    ];

    public static RecordedPhone Of(string file, PhoneFacts facts, ModelBook book)
    {
        var kept = new PhoneFacts(facts.All.Where(fact => !Charge.Any(name => fact.Key.StartsWith(name, StringComparison.Ordinal))));

        // Who reads the model off a phone reads what its settings show.
        var read = facts.Find(ShownInSettings) is { } shown ? kept.With(FactName.PersonModel, shown) : kept;
        return new RecordedPhone(file, read, book.ByFacts(read.Find).Only);
    }

    private static PhoneFacts Read(string path)
    {
        try
        {
            return FactsFile.Read(System.IO.File.ReadAllText(path));
        }
        catch (FormatException broken)
        {
            throw new FormatException($"{path}: {broken.Message}", broken);
        }
    }
}
