using System.Text.Json;
using System.Text.Json.Serialization;

namespace Espero.VirtualPhone.Recorded;

/// <summary>What a station recorded of a real phone: each fact under its source, such as <c>getvar.product</c>.</summary>
/// <param name="Format">The version of this file's layout.</param>
/// <param name="Facts">The facts by name.</param>
internal sealed record RecordedFacts(int Format, IReadOnlyDictionary<string, string> Facts)
{
    public const int CurrentFormat = 1;
    private const string Bootloader = "getvar.";
    private const string Fastbootd = "fastbootd.";

    /// <exception cref="VirtualPhoneException">The file is not there, or holds no facts.</exception>
    public static RecordedFacts Load(string path)
    {
        try
        {
            var facts = JsonSerializer.Deserialize(File.ReadAllBytes(path), RecordedFactsJson.Default.RecordedFacts);
            return facts is { Format: CurrentFormat } ? facts : throw Unreadable(path, $"it has not the format {CurrentFormat}");
        }
        catch (Exception broken) when (broken is JsonException or IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, broken.Message);
        }
    }

    /// <summary>
    /// The first of these facts that is known and not empty; null for none. What only fastbootd was asked counts for the bootloader.
    /// </summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if ((Find(name) ?? FindInFastbootd(name)) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The facts of one source, without its name.</summary>
    public IEnumerable<(string Name, string Value)> Of(string source) =>
        Facts.Where(fact => fact.Key.StartsWith(source, StringComparison.Ordinal))
            .Select(fact => (fact.Key[source.Length..], fact.Value))
            .OrderBy(fact => fact.Item1, StringComparer.Ordinal);

    private string? FindInFastbootd(string name) =>
        name.StartsWith(Bootloader, StringComparison.Ordinal) ? Find(Fastbootd + name[Bootloader.Length..]) : null;

    private string? Find(string name) => Facts.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    private static VirtualPhoneException Unreadable(string path, string why) =>
        new($"The facts in {path} cannot be read: {why}. Record them again with 'espero-station facts'.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RecordedFacts))]
internal sealed partial class RecordedFactsJson : JsonSerializerContext;
