using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Fleet;

namespace Espero.Orchestrator.Dashboard.Reading;

/// <summary>Names ports by the number people read on the hub, where it is known.</summary>
internal sealed class PlaceNames(IEnumerable<StationView> stations, PageLanguage language)
{
    private readonly Dictionary<(string StationId, string Path), int> _numbers = stations
        .SelectMany(station => station.Ports.Select(port => (station.StationId, port.Path, port.Number)))
        .ToDictionary(port => (port.StationId, port.Path), port => port.Number);

    public string Of(string? stationId, string? portPath) => (stationId, portPath) switch
    {
        (null, _) => language.Say(PageTexts.NoPlaceYet),
        (_, null) => stationId,
        _ when _numbers.TryGetValue((stationId, portPath), out var number) => language.Say(PageTexts.StationAndPort, stationId, number),
        _ => language.Say(PageTexts.StationAndPort, stationId, portPath),
    };
}
