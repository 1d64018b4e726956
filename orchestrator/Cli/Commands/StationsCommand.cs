using System.CommandLine;
using System.Globalization;
using Espero.Cli.Connection;
using Espero.Cli.Output;
using Espero.Operations.V1;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Cli.Commands;

/// <summary>espero stations, and espero stations reset.</summary>
internal static class StationsCommand
{
    public static Command Create(SharedOptions shared)
    {
        var site = shared.Site();
        var command = new Command("stations", shared.Say(
            "Example: espero stations --site lyon\n\nShows stations and what is plugged into them.",
            "Exemple : espero stations --site lyon\n\nMontre les postes et ce qui y est branché."))
        {
            site,
            CreateReset(shared),
        };
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var answer = await session.Client.ListStationsAsync(
                new ListStationsRequest { SiteId = parsed.GetRequiredValue(site) }, session.Options(cancellationToken));
            session.Printer.Print(answer, writer => WriteTable(answer, session, writer));
            return ExitCode.Ok;
        });
    }

    private static Command CreateReset(SharedOptions shared)
    {
        var name = new Argument<string>("NAME") { Description = shared.Say("The station.", "Le poste.") };
        var by = new Option<string>("--by")
        {
            Description = shared.Say(
                "Who answers for it: the next machine that links under this name is taken for the station.",
                "Qui en répond : la prochaine machine qui se relie sous ce nom est prise pour le poste."),
            HelpName = shared.Say("NAME", "NOM"),
            Required = true,
        };
        var command = new Command("reset", shared.Say(
            "Example: espero stations reset lyon-1 --by \"YOUR NAME\"\n\nLets a station that was installed anew link again.",
            "Exemple : espero stations reset lyon-1 --by \"VOTRE NOM\"\n\nPermet à un poste réinstallé de se relier de nouveau."))
        {
            name,
            by,
        };
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ResetStationLinkRequest { StationId = parsed.GetRequiredValue(name), ResetBy = parsed.GetRequiredValue(by) };
            var answer = await session.Client.ResetStationLinkAsync(request, session.Options(cancellationToken));
            session.Printer.Print(answer, writer => writer.WriteLine(shared.Say(
                $"{request.StationId} may link again.", $"{request.StationId} peut se relier.")));
            return ExitCode.Ok;
        });
    }

    private static void WriteTable(ListStationsResponse answer, Session session, TextWriter writer)
    {
        var say = session.Surroundings;
        var table = new Table(
            say.Say(Headings.Station), say.Say(Headings.Site), say.Say("LINKED", "RELIÉ"), say.Say(Headings.Port), say.Say(Headings.Phone),
            say.Say(Headings.Mode), say.Say("NOTE", "REMARQUE"));
        foreach (var station in answer.Stations)
        {
            var linked = station.Linked ? say.Say("yes", "oui") : say.Say("no", "non");
            table.Add(station.StationId, station.SiteId, linked, "", "", "", station.Alarm);
            foreach (var port in station.Ports)
            {
                var number = port.Number.ToString(CultureInfo.InvariantCulture);
                table.Add("", "", "", number, port.PhoneId, PlanWords.Modes.WordOf(port.Mode), port.Obstacle);
            }
        }

        table.Write(writer);
    }
}
