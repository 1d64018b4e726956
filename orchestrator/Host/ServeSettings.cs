using System.Net;

namespace Espero.Orchestrator;

/// <summary>What a person says on the command line, before it becomes options.</summary>
internal sealed record ServeSettings(IPEndPoint Http, IPEndPoint Grpc, string Database, string Bus, string DataFolder, TimeSpan Countdown)
{
    public IEnumerable<KeyValuePair<string, string?>> ToConfiguration() =>
    [
        new("Database:ConnectionString", Database),
        new("Ledger:Bus", Bus),
        new("Fleet:MarkKeyFile", Path.Combine(DataFolder, "marks.key")),
        new("Dashboard:KeysFolder", Path.Combine(DataFolder, "form-keys")),
        new("Catalog:FilesFolder", Path.Combine(DataFolder, "files")),
        new("Catalog:FilesAddress", $"http://{Http}"),
        new("Stations:FilesAddress", $"http://{Http}"),
        new("Dispatch:Countdown", Countdown.ToString()),
    ];
}
