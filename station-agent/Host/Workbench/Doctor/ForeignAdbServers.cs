using System.Globalization;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Workbench.Doctor;

/// <summary>
/// adb servers that no station started. USB gives each phone to one server only, the first that asks; whoever started the other
/// one may need it, so it is shown and never ended.
/// </summary>
internal static class ForeignAdbServers
{
    private const string Station = "espero-station";

    public static IEnumerable<PhoneThief> In(IReadOnlyList<RunningProgram> running)
    {
        var stations = running.Where(program => program.Name == Station).Select(program => program.Id).ToHashSet();
        return running
            .Where(program => program.Name == "adb" && program.Arguments.Contains("server") && !IsOurs(program, stations))
            .Select(Of);
    }

    // A station's server is its child, and works in a folder with the station's note about it, which outlives a crash.
    private static bool IsOurs(RunningProgram server, HashSet<int> stations) =>
        stations.Contains(server.ParentId) || File.Exists(Path.Combine(server.Folder, "cwd", "server"));

    private static PhoneThief Of(RunningProgram server)
    {
        var id = server.Id.ToString(CultureInfo.InvariantCulture);
        return new PhoneThief(
            server.Name,
            Health.Doubtful,
            new Sentence(
                $"Another adb server runs (process {id}) and keeps the phones that it saw first. See whose it is; "
                + "when its owner no longer needs it, they end it with: adb kill-server",
                $"Un autre serveur adb tourne (processus {id}) et garde les téléphones qu'il a vus en premier. Regardez à qui il est ; "
                + "quand cette personne n'en a plus besoin, elle l'arrête avec : adb kill-server"),
            $"ps -o user=,lstart=,args= -p {id}");
    }
}
