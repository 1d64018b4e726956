using System.Text.Json;

namespace Espero.Station.Host.Tests.Workbench;

/// <summary>Reads the JSON of <c>espero-station flash</c> as a program would.</summary>
internal static class ReportedClasses
{
    /// <summary>Each class once: of the end, or of every reason for a refusal.</summary>
    public static IReadOnlyList<string> Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        var reasons = document.RootElement.TryGetProperty("refusals", out var refusals)
            ? refusals.EnumerateArray().ToArray()
            : [document.RootElement];
        return [.. reasons.Select(reason => reason.GetProperty("failureClass").GetString()!).Distinct()];
    }
}
