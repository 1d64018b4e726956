using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Facts;
using Espero.Station.Watch;

namespace Espero.Station.Workbench;

/// <summary>
/// What is written down of a phone: each fact under the mode that told it, and nothing that names the phone or its owner.
/// <c>espero-phone --from</c> reads it.
/// </summary>
internal sealed partial record FactsRecord(ImmutableSortedDictionary<string, string> Facts)
{
    // A shorter one stands in half of all values by chance.
    private const int LeastSerial = 6;

    /// <param name="sights">One phone in one or several modes; the later ones count where two say the same fact.</param>
    public static FactsRecord Of(IReadOnlyCollection<PhoneSight> sights)
    {
        var serials = sights.Select(sight => sight.Serial).Where(serial => serial.Length >= LeastSerial).Distinct().ToArray();
        return new FactsRecord(sights
            .SelectMany(sight => sight.FactsByMode)
            .Where(fact => !PersonalFacts.IsPersonal(fact.Key) && !NamesSomebody(fact.Value, serials))
            .Aggregate(
                ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
                (facts, fact) => facts.SetItem(fact.Key, fact.Value)));
    }

    public string ToJson() => JsonOutput.Write(
        json =>
        {
            json.WriteStartObject();
            json.WriteNumber(FactsFile.FormatKey, FactsFile.Format);
            json.WriteStartObject(FactsFile.FactsKey);
            foreach (var (name, value) in Facts)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        },
        isIndented: true);

    // Makers put marks under names that nobody could list.
    private static bool NamesSomebody(string value, IEnumerable<string> serials) =>
        Mark().IsMatch(value) || serials.Any(serial => value.Contains(serial, StringComparison.OrdinalIgnoreCase));

    // The address of a network card, an IMEI, an address for mail.
    [GeneratedRegex(@"\b(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}\b|\b[0-9]{15}\b|[^@\s]@[^@\s]+\.[a-z]")]
    private static partial Regex Mark();
}
