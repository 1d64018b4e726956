using System.Text.Json;

namespace Espero.Station.Domain.Phones;

/// <summary>The file into which <c>espero-station facts</c> writes what a phone said: a format number, and each fact by its name.</summary>
public static class FactsFile
{
    /// <summary>Counts up when an older reader would misunderstand the file.</summary>
    public const int Format = 1;

    public const string FormatKey = "format";
    public const string FactsKey = "facts";

    /// <exception cref="FormatException">The text is no such file; its message says why.</exception>
    public static PhoneFacts Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return IsOfThisFormat(json.RootElement) && json.RootElement.TryGetProperty(FactsKey, out var facts)
                ? new PhoneFacts(facts.EnumerateObject().Select(fact => KeyValuePair.Create(fact.Name, fact.Value.GetString() ?? "")))
                : throw new FormatException($"it has not the format {Format}");
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw new FormatException(broken.Message, broken);
        }
    }

    private static bool IsOfThisFormat(JsonElement root) =>
        root.ValueKind is JsonValueKind.Object && root.TryGetProperty(FormatKey, out var format) && format.TryGetInt32(out var number) && number == Format;
}
