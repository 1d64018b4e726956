using Espero.Operations.V1;
using Espero.Orchestrator.Fleet;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Words;
using Google.Protobuf.WellKnownTypes;

namespace Espero.Orchestrator.Operations;

/// <summary>Stations and phones as the API says them.</summary>
internal static class FleetMapping
{
    public static Espero.Operations.V1.Station ToProto(StationView station, bool linked, Caller caller) => new()
    {
        StationId = station.StationId,
        SiteId = station.SiteId,
        Linked = linked,
        LastHeardAt = station.LastHeardAt.ToTimestamp(),
        AgentVersion = station.AgentVersion,
        Ports = { station.Ports.Select(port => ToProto(port, caller)) },
        Alarm = station.RefusedTokenAt is null ? "" : FleetSentences.TwoMachines(station.StationId).In(caller.Language),
    };

    public static Phone ToProto(PhoneView phone) => new()
    {
        PhoneId = phone.PhoneId.ToString(),
        Model = phone.Model ?? "",
        Marks = { phone.Marks.Select(Shown) },
        SiteId = phone.Place?.SiteId ?? "",
        StationId = phone.Place?.StationId ?? "",
        PortPath = phone.Place?.PortPath ?? "",
        PortNumber = (uint)(phone.Place?.PortNumber ?? 0),
        Mode = ProtoWords.ModeOf(phone.Place?.Mode),
        Release = phone.Release is { } release ? ToProto(release) : null,
        JobId = phone.JobId?.ToString() ?? "",
        FirstSeenAt = phone.FirstSeenAt.ToTimestamp(),
        MarksDisagree = phone.MarksDisagree,
    };

    public static Release ToProto(ReleaseView release) => new()
    {
        ReleaseId = release.ReleaseId.ToString(),
        ReleasedBy = release.ReleasedBy,
        Basis = ProtoWords.ToProto(release.Basis),
        ReleasedAt = release.ReleasedAt.ToTimestamp(),
        PrintedModel = release.PrintedModel,
    };

    private static Port ToProto(PortView port, Caller caller) => new()
    {
        Path = port.Path,
        Number = (uint)port.Number,
        PhoneId = port.PhoneId?.ToString() ?? "",
        Mode = ProtoWords.ModeOf(port.Mode),
        Obstacle = Obstacle(port)?.In(caller.Language) ?? "",
    };

    private static Sentence? Obstacle(PortView port) => port switch
    {
        { Obstacle: "nonsense" } => FleetSentences.Nonsense,
        { Obstacle: "silent" } => FleetSentences.Silent,
        { Obstacle: { } obstacle } => FailureCatalogue.Find(obstacle)?.Sentences ?? FleetSentences.Unusable,
        { PhoneId: null } => FleetSentences.NotRecognised,
        _ => null,
    };

    private static string Shown(MarkView mark) => mark.LastFour.Length == 0 ? $"{Kind(mark.Kind)} …" : $"{Kind(mark.Kind)} …{mark.LastFour}";

    private static string Kind(MarkKind kind) => kind switch
    {
        MarkKind.FastbootSerial => "serial",
        MarkKind.AdbSerial => "adb serial",
        MarkKind.Imei => "IMEI",
        MarkKind.Label => "label",
    };
}
