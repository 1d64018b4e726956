using System.CommandLine;
using System.Globalization;
using Espero.Cli.Connection;
using Espero.Cli.Output;
using Espero.Operations.V1;
using Google.Protobuf.WellKnownTypes;

namespace Espero.Cli.Commands;

/// <summary>espero unlocks: what to ask makers for this week, what was asked, and what they answered.</summary>
internal static class UnlocksCommand
{
    private const int Week = 7;
    private const int MostDays = 36500;

    public static Command Create(SharedOptions shared)
    {
        var days = new Option<int>("--days")
        {
            Description = shared.Say("How many days ahead.", "Combien de jours à l'avance."),
            DefaultValueFactory = _ => Week,
        };
        var site = shared.Site();
        var command = new Command("unlocks", shared.Say(
            "Example: espero unlocks\n\nWhat to ask makers for this week, with which account, and what they were asked already.",
            "Exemple : espero unlocks\n\nQue demander aux fabricants cette semaine, avec quel compte, et ce qui leur a déjà été demandé."))
        {
            days,
            site,
            Asked(shared),
            UnlockAnswerCommands.Given(shared),
            UnlockAnswerCommands.Refused(shared),
            UnlockAnswerCommands.TakeBack(shared),
        };
        days.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var typed }] && int.TryParse(typed, CultureInfo.InvariantCulture, out var number) && (number is < 1 or > MostDays))
            {
                result.AddError(shared.Say($"--days takes a number from 1 to {MostDays}.", $"--days attend un nombre de 1 à {MostDays}."));
            }
        });
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var request = new PlanUnlocksRequest { Days = (uint)parsed.GetRequiredValue(days), SiteId = parsed.GetRequiredValue(site) };
            var answer = await session.Client.PlanUnlocksAsync(request, session.Options(cancellationToken));
            session.Printer.Print(answer, writer => Write(answer, session.Surroundings, writer));
            return ExitCode.Ok;
        });
    }

    private static Command Asked(SharedOptions shared)
    {
        var phone = new Argument<string>("PHONE") { Description = shared.Say("The phone, whole or in part.", "Le téléphone, en entier ou en partie.") };
        var account = new Option<string>("--account")
        {
            Description = shared.Say("With which account; none where the maker wants none.", "Avec quel compte ; aucun si le fabricant n'en veut pas."),
            HelpName = shared.Say("NAME", "NOM"),
            DefaultValueFactory = _ => "",
        };
        var due = new Option<DateTimeOffset?>("--due")
        {
            Description = shared.Say("The date the maker gave, as 2026-12-24.", "La date donnée par le fabricant, comme 2026-12-24."),
            HelpName = "DATE",
        };
        var alreadyAsked = new Option<bool>("--already-asked")
        {
            Description = shared.Say("It was asked, whatever the account's quota says.", "C'est déjà fait, quoi que dise le quota du compte."),
        };
        var by = shared.By();
        var command = new Command("asked", shared.Say(
            "Example: espero unlocks asked 2f1f1f0c9a77 --account \"Repair café 1\" --due 2026-12-24\n\n"
            + "A maker was asked: the phone's job waits for the date and comes back by itself.",
            "Exemple : espero unlocks asked 2f1f1f0c9a77 --account \"Repair café 1\" --due 2026-12-24\n\n"
            + "Le fabricant est sollicité : la demande du téléphone attend la date et reviendra d'elle-même."))
        {
            phone,
            account,
            due,
            alreadyAsked,
            by,
        };
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var request = new RecordUnlockRequestRequest
            {
                PhoneId = await session.PhoneIdAsync(parsed.GetRequiredValue(phone), cancellationToken),
                AccountId = parsed.GetRequiredValue(account) is { Length: > 0 } name ? await session.AccountIdAsync(name, cancellationToken) : "",
                AskedBy = parsed.GetRequiredValue(by),
                DueAt = parsed.GetValue(due)?.ToTimestamp(),
                AlreadyAsked = parsed.GetValue(alreadyAsked),
            };
            var answer = await session.Client.RecordUnlockRequestAsync(request, session.Options(cancellationToken));
            var day = Day.Of(answer.DueAt.ToDateTimeOffset());
            session.Printer.Print(answer, writer => writer.WriteLine(shared.Say(
                $"Noted. The phone's job comes back by itself on {day}.",
                $"C'est noté. La demande du téléphone reviendra d'elle-même le {day}.")));
            return ExitCode.Ok;
        });
    }

    private static void Write(PlanUnlocksResponse answer, Surroundings say, TextWriter writer)
    {
        writer.WriteLine(say.Say("What to ask makers for:", "Que demander aux fabricants :"));
        var table = new Table(say.Say(Headings.Phone), say.Say(Headings.Site), say.Say("WHAT TO DO", "QUE FAIRE"));
        foreach (var turn in answer.Turns)
        {
            table.Add(turn.PhoneLabel, turn.SiteId, turn.Sentence);
        }

        table.Write(writer);
        if (answer.LaterTurns > 0)
        {
            writer.WriteLine(say.Say(
                $"{answer.LaterTurns} others wait until a quota frees; --days shows them.",
                $"{answer.LaterTurns} autres attendent que le quota se libère ; --days les montre."));
        }

        TellOfMore(answer.MoreTurns, say, writer);
        writer.WriteLine();
        writer.WriteLine(say.Say("Asked, waiting for the maker:", "Demandes en attente du fabricant :"));
        var asked = new Table(
            say.Say(Headings.Phone), say.Say("MAKER", "FABRICANT"), say.Say("ACCOUNT", "COMPTE"), say.Say("ASKED BY", "DEMANDÉ PAR"), say.Say("DUE", "ÉCHÉANCE"));
        foreach (var request in answer.Requests)
        {
            var late = request.Overdue ? say.Say(", overdue", ", dépassée") : "";
            asked.Add(request.PhoneLabel, request.Maker, request.AccountName, request.AskedBy, Day.Of(request.DueAt.ToDateTimeOffset()) + late);
        }

        asked.Write(writer);
        TellOfMore(answer.MoreRequests, say, writer);
        if (answer.Codes.Count == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine(say.Say("Unlock codes at hand:", "Codes de déverrouillage enregistrés :"));
        var codes = new Table(say.Say(Headings.Phone), say.Say("GIVEN BY", "SAISI PAR"), say.Say("SINCE", "DEPUIS"));
        foreach (var code in answer.Codes)
        {
            codes.Add(code.PhoneLabel, code.GivenBy, Day.Of(code.GivenAt.ToDateTimeOffset()));
        }

        codes.Write(writer);
    }

    private static void TellOfMore(uint leftOut, Surroundings say, TextWriter writer)
    {
        if (leftOut > 0)
        {
            writer.WriteLine(say.Say(
                $"{leftOut} more are left out; --site SITE shows those of one site.",
                $"{leftOut} de plus ne sont pas montrés ; --site LIEU montre ceux d'un seul lieu."));
        }
    }
}
