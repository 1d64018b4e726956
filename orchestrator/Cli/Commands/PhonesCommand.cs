using System.CommandLine;
using System.Globalization;
using Espero.Cli.Connection;
using Espero.Cli.Output;
using Espero.Operations.V1;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Cli.Commands;

/// <summary>espero phones.</summary>
internal static class PhonesCommand
{
    public static Command Create(SharedOptions shared)
    {
        var site = shared.Site();
        var pluggedIn = new Option<bool>("--plugged-in")
        {
            Description = shared.Say("Only those plugged in now.", "Seulement ceux branchés en ce moment."),
        };
        var all = shared.All();
        var command = new Command("phones", shared.Say(
            "Example: espero phones --plugged-in\n\nShows phones, newest first.",
            "Exemple : espero phones --plugged-in\n\nMontre les téléphones, les plus récents d'abord."))
        {
            site,
            pluggedIn,
            all,
        };
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ListPhonesRequest { SiteId = parsed.GetRequiredValue(site), PluggedInOnly = parsed.GetValue(pluggedIn) };
            var answer = await Paging.ReadAsync(
                parsed.GetValue(all),
                async token => await session.Client.ListPhonesAsync(
                    new ListPhonesRequest(request) { PageToken = token }, session.Options(cancellationToken)),
                page => page.NextPageToken,
                whole => whole.NextPageToken = "");
            session.Printer.Print(answer, writer => WriteTable(answer, session.Surroundings, writer));
            session.Printer.TellOfMore(answer.NextPageToken, answer.Phones.Count);
            return ExitCode.Ok;
        });
    }

    private static void WriteTable(ListPhonesResponse answer, Surroundings say, TextWriter writer)
    {
        var table = new Table(
            say.Say(Headings.Phone), say.Say("MODEL", "MODÈLE"), say.Say("MARKS", "MARQUES"), say.Say(Headings.Station),
            say.Say(Headings.Port), say.Say(Headings.Mode), say.Say("RELEASED BY", "FEU VERT DE"), say.Say(Headings.Job));
        foreach (var phone in answer.Phones)
        {
            table.Add(
                phone.PhoneId,
                phone.Model,
                string.Join(", ", phone.Marks),
                phone.StationId,
                phone.PortNumber == 0 ? "" : phone.PortNumber.ToString(CultureInfo.InvariantCulture),
                PlanWords.Modes.WordOf(phone.Mode),
                phone.Release?.ReleasedBy ?? "",
                phone.JobId);
        }

        table.Write(writer);
    }
}
