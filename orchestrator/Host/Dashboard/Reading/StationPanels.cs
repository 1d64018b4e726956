using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Dashboard.Views;
using Espero.Orchestrator.Fleet;
using Espero.Orchestrator.Jobs;
using Espero.Orchestrator.Links;

namespace Espero.Orchestrator.Dashboard.Reading;

/// <summary>Lays the ports of the stations out as they are on the hubs.</summary>
internal sealed class StationPanels(Snapshot snapshot, StationDesk desk, Progress progress, PageLanguage language, Moments moments)
{
    // Of a longer silence than four heartbeats somebody should know.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(40);

    // Beyond it numbers are no longer those of one hub, and gaps would be noise.
    private const int MaxGapNumber = 32;

    public IReadOnlyList<StationPanel> Lay() => [.. snapshot.Stations.Select(Lay)];

    /// <summary>Of every phone that is plugged in.</summary>
    public IEnumerable<Look> Looks() => snapshot.Stations
        .SelectMany(station => station.Ports)
        .Where(port => port.Mode is not null)
        .Select(port => LookOf(port, JobOn(port)));

    private StationPanel Lay(StationView station)
    {
        var heardAt = HeardAt(station);
        return new StationPanel(
            station.StationId,
            station.SiteId,
            moments.Now - heardAt > Silence ? moments.Since(heardAt) : null,
            station.RefusedTokenAt is { } at ? moments.Of(at) : null,
            Tiles(station.Ports));
    }

    // The desk hears every heartbeat of the stations linked here; the table, now and then, of all.
    private DateTimeOffset HeardAt(StationView station) =>
        desk.Seats.FirstOrDefault(seat => seat.Station.StationId == station.StationId) is { } seat && seat.LastHeardAt > station.LastHeardAt
            ? seat.LastHeardAt
            : station.LastHeardAt;

    private List<PortTile> Tiles(IReadOnlyList<PortView> ports)
    {
        var tiles = ports.Where(port => port.Mode is not null).Select(Tile).ToList();
        var last = ports.Select(port => port.Number).Where(number => number <= MaxGapNumber).DefaultIfEmpty(0).Max();
        var gaps = Enumerable.Range(1, last).Except(tiles.Select(tile => tile.Number));
        tiles.AddRange(gaps.Select(number => new PortTile(number, "", Badge: null, Percent: null, Address: null, Code: null)));
        return [.. tiles.OrderBy(tile => tile.Number)];
    }

    private PortTile Tile(PortView port)
    {
        var job = JobOn(port);
        var look = LookOf(port, job);
        return new PortTile(
            port.Number,
            PhoneOn(port) is { } phone ? PhoneNames.Of(phone, language) : language.Say(PageTexts.UnknownPhone),
            Badge.Of(look, language),
            look is Look.Running && job is not null ? progress.Percent(job) : null,
            job is not null ? $"/jobs/{job.JobId}" : port.PhoneId is { } id ? $"/phones/{id}" : null,
            look is Look.Unknown ? port.UnknownModel : null);
    }

    private Look LookOf(PortView port, JobView? job) => port switch
    {
        _ when JobLook.Alarms(port.Obstacle) => Look.Danger,
        { Obstacle: not null } when job is null || JobLook.Of(job) is not (Look.Running or Look.ToLookAt) => Look.Trouble,
        { PhoneId: null } => Look.Unknown,
        _ when PhoneOn(port) is { MarksDisagree: true } => Look.ToLookAt,
        _ when job is null && PhoneOn(port) is { Model: null } => Look.Unknown,
        _ => job is null ? Look.Idle : JobLook.Of(job),
    };

    private PhoneView? PhoneOn(PortView port) => port.PhoneId is { } id ? snapshot.Phones.GetValueOrDefault(id) : null;

    private JobView? JobOn(PortView port) => PhoneOn(port)?.JobId is { } id ? snapshot.Jobs.GetValueOrDefault(id) : null;
}
