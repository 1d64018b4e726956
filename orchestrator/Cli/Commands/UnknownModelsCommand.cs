using System.CommandLine;
using System.Globalization;
using Espero.Cli.Connection;
using Espero.Cli.Output;
using Espero.Operations.V1;

namespace Espero.Cli.Commands;

/// <summary>espero unknown-models: models that nobody knows yet, for the central team to add.</summary>
internal static class UnknownModelsCommand
{
    public static Command Create(SharedOptions shared)
    {
        var handled = new Option<bool>("--handled")
        {
            Description = shared.Say("Also those that somebody looks after.", "Aussi ceux dont quelqu'un s'occupe."),
        };
        var known = new Option<bool>("--known")
        {
            Description = shared.Say(
                "Also those that the data on models knows by now.", "Aussi ceux que les données sur les modèles connaissent désormais."),
        };
        var all = shared.All();
        var command = new Command("unknown-models", shared.Say(
            "Example: espero unknown-models\n\nShows the models of plugged phones that nobody knows yet; espero verdict --code CODE shows what one says of itself.",
            "Exemple : espero unknown-models\n\nMontre les modèles que personne ne connaît encore ; espero verdict --code CODE montre ce qu'un d'eux dit de lui-même."))
        {
            handled,
            known,
            all,
            Handled(shared),
        };
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ListUnknownModelsRequest { WithHandled = parsed.GetValue(handled), WithKnown = parsed.GetValue(known) };
            var answer = await Paging.ReadAsync(
                parsed.GetValue(all),
                async token => await session.Client.ListUnknownModelsAsync(
                    new ListUnknownModelsRequest(request) { PageToken = token }, session.Options(cancellationToken)),
                page => page.NextPageToken,
                whole => whole.NextPageToken = "");
            session.Printer.Print(answer, writer => Write(answer, session.Surroundings, writer));
            session.Printer.TellOfMore(answer.NextPageToken, answer.Models.Count);
            return ExitCode.Ok;
        });
    }

    private static Command Handled(SharedOptions shared)
    {
        var code = new Argument<string>("CODE") { Description = shared.Say("Its six letters and digits.", "Ses six lettres et chiffres.") };
        var by = shared.By();
        var command = new Command("handled", shared.Say(
            "Example: espero unknown-models handled 7KQ2ZD\n\nSomebody looks after the model: it leaves the list.",
            "Exemple : espero unknown-models handled 7KQ2ZD\n\nQuelqu'un s'occupe du modèle : il quitte la liste."))
        {
            code,
            by,
        };
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var request = new HandleUnknownModelRequest { Code = parsed.GetRequiredValue(code), HandledBy = parsed.GetRequiredValue(by) };
            var answer = await session.Client.HandleUnknownModelAsync(request, session.Options(cancellationToken));
            session.Printer.Print(answer, writer => writer.WriteLine(shared.Say(
                $"Noted: {answer.Model.HandledBy} looks after it.", $"C'est noté : {answer.Model.HandledBy} s'en occupe.")));
            return ExitCode.Ok;
        });
    }

    private static void Write(ListUnknownModelsResponse answer, Surroundings say, TextWriter writer)
    {
        var table = new Table(
            "CODE", say.Say("MODEL", "MODÈLE"), say.Say("PHONES", "TÉLÉPHONES"), say.Say("FIRST SEEN", "VU D'ABORD"),
            say.Say("LAST SEEN", "VU EN DERNIER"), say.Say("LOOKED AFTER BY", "QUI S'EN OCCUPE"), say.Say("KNOWN AS", "CONNU COMME"));
        foreach (var model in answer.Models)
        {
            table.Add(
                model.Code,
                model.Name,
                model.Phones.ToString(CultureInfo.InvariantCulture),
                Day.Of(model.FirstAskedAt.ToDateTimeOffset()),
                Day.Of(model.LastAskedAt.ToDateTimeOffset()),
                model.HandledBy,
                model.KnownAs);
        }

        table.Write(writer);
    }
}
