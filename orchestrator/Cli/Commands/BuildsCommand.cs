using System.CommandLine;
using System.Globalization;
using Espero.Cli.Output;
using Espero.Operations.V1;

namespace Espero.Cli.Commands;

/// <summary>espero builds, with what brings new ones.</summary>
internal static class BuildsCommand
{
    public static Command Create(SharedOptions shared, Surroundings surroundings)
    {
        var command = new Command("builds", shared.Say(
            "Example: espero builds\n\nShows the builds that phones can get, newest first.",
            "Exemple : espero builds\n\nMontre les systèmes disponibles, les plus récents d'abord."))
        {
            AddBuildCommand.Create(shared),
            FetchBuildCommand.Create(shared, surroundings),
        };
        return shared.Carry(command, async (_, session, cancellationToken) =>
        {
            var answer = await session.Client.ListBuildsAsync(new ListBuildsRequest(), session.Options(cancellationToken));
            session.Printer.Print(answer, writer => Write(answer.Builds, session.Surroundings, writer));
            return ExitCode.Ok;
        });
    }

    internal static void Write(IEnumerable<Build> builds, Surroundings say, TextWriter writer)
    {
        var table = new Table(
            say.Say(Headings.Build), say.Say("NAME", "NOM"), "VERSION", say.Say("MODELS", "MODÈLES"),
            say.Say("FILES", "FICHIERS"));
        foreach (var build in builds)
        {
            var files = build.Files.Count.ToString(CultureInfo.InvariantCulture);
            table.Add(build.BuildId, build.Name, build.Version, string.Join(", ", build.Models), files);
        }

        table.Write(writer);
    }
}
