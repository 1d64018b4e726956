using System.Net;

namespace Espero.Orchestrator;

/// <summary>What a person says on the command line, before it becomes options.</summary>
internal sealed record ServeSettings(IPEndPoint Http, IPEndPoint Grpc, string Database, string Bus, string DataFolder, TimeSpan Countdown)
{
    /// <summary>Where most sites are; the server's own zone where the system does not know that one.</summary>
    public static readonly TimeZoneInfo UsualTimeZone =
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Paris", out var paris) ? paris : TimeZoneInfo.Local;

    /// <summary>In which the sites live: every text for people says its times in it.</summary>
    public TimeZoneInfo TimeZone { get; init; } = UsualTimeZone;

    /// <summary>With the data sets of public projects; empty without them.</summary>
    public string ModelsFolder { get; init; } = "";

    /// <summary>Where visitors are let in; null lets in nobody.</summary>
    public IPEndPoint? PublicHttp { get; init; }

    public IEnumerable<KeyValuePair<string, string?>> ToConfiguration() =>
    [
        new("Database:ConnectionString", Database),
        new("Ledger:Bus", Bus),
        new("Fleet:MarkKeyFile", Path.Combine(DataFolder, "marks.key")),
        new("Dashboard:KeysFolder", Path.Combine(DataFolder, "form-keys")),
        new("Catalog:FilesFolder", Path.Combine(DataFolder, "files")),
        new("Catalog:FilesAddress", $"http://{Http}"),
        new("Catalog:ModelsFolder", ModelsFolder),
        new("Stations:FilesAddress", $"http://{Http}"),
        new("Dispatch:Countdown", Countdown.ToString()),
    ];
}
