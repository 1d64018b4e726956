using System.CommandLine;
using System.Globalization;
using Espero.Cli.Output;
using Espero.Operations.V1;

namespace Espero.Cli.Commands;

/// <summary>espero phones.</summary>
internal static class PhonesCommand
{
    public static Command Create(SharedOptions shared)
    {
        var site = shared.Site();
        var pluggedIn = new Option<bool>("--plugged-in") { Description = shared.Say("Only those plugged in now.", "Seulement ceux branchés en ce moment.") };
        var command = new Command("phones", shared.Say(
            "Example: espero phones --plugged-in\n\nShows phones, newest first.",
            "Exemple : espero phones --plugged-in\n\nMontre les téléphones, les plus récents d'abord."))
        {
            site,
            pluggedIn,
        };
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ListPhonesRequest { SiteId = parsed.GetRequiredValue(site), PluggedInOnly = parsed.GetValue(pluggedIn) };
            var answer = await session.Client.ListPhonesAsync(request, session.Options(cancellationToken));
            session.Printer.Print(answer, writer => WriteTable(answer, session.Surroundings, writer));
            return ExitCode.Ok;
        });
    }

    private static void WriteTable(ListPhonesResponse answer, Surroundings say, TextWriter writer)
    {
        var table = new Table(
            say.Say("PHONE", "TÉLÉPHONE"), say.Say("MODEL", "MODÈLE"), say.Say("MARKS", "MARQUES"), say.Say("STATION", "POSTE"),
            say.Say("PORT", "PRISE"), say.Say("MODE", "MODE"), say.Say("RELEASED BY", "FEU VERT DE"), say.Say("JOB", "DEMANDE"));
        foreach (var phone in answer.Phones)
        {
            table.Add(
                phone.PhoneId,
                phone.Model,
                string.Join(", ", phone.Marks),
                phone.StationId,
                phone.PortNumber == 0 ? "" : phone.PortNumber.ToString(CultureInfo.InvariantCulture),
                ModeWords.Of(phone.Mode),
                phone.Release?.ReleasedBy ?? "",
                phone.JobId);
        }

        table.Write(writer);
    }
}
