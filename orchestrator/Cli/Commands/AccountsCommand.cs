using System.CommandLine;
using System.Globalization;
using Espero.Cli.Connection;
using Espero.Cli.Output;
using Espero.Operations.V1;

namespace Espero.Cli.Commands;

/// <summary>espero accounts: the accounts at makers of phones, and when each may ask again.</summary>
internal static class AccountsCommand
{
    public static Command Create(SharedOptions shared)
    {
        var command = new Command("accounts", shared.Say(
            "Example: espero accounts\n\nShows the accounts at makers of phones, and when each may ask for the next unlock.",
            "Exemple : espero accounts\n\nMontre les comptes chez les fabricants, et quand chacun peut demander le prochain déverrouillage."))
        {
            Add(shared),
            Close(shared),
        };
        return shared.Carry(command, async (_, session, cancellationToken) =>
        {
            var answer = await session.Client.ListUnlockAccountsAsync(new ListUnlockAccountsRequest(), session.Options(cancellationToken));
            session.Printer.Print(answer, writer => WriteTable(answer, session.Surroundings, writer));
            return ExitCode.Ok;
        });
    }

    private static Command Add(SharedOptions shared)
    {
        var vendor = new Argument<string>("MAKER")
        {
            Description = shared.Say("The maker, as in the names of models: xiaomi.", "Le fabricant, comme dans les noms de modèles : xiaomi."),
        };
        var name = new Argument<string>("NAME")
        {
            Description = shared.Say("What the team calls it; not its address.", "Son nom pour l'équipe ; pas son adresse."),
        };
        var by = shared.By();
        var command = new Command("add", shared.Say(
            "Example: espero accounts add xiaomi \"Repair café 1\"\n\nAdds an account at a maker to the book.",
            "Exemple : espero accounts add xiaomi \"Repair café 1\"\n\nAjoute un compte chez un fabricant au carnet."))
        {
            vendor,
            name,
            by,
        };
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var request = new AddUnlockAccountRequest
            {
                Vendor = parsed.GetRequiredValue(vendor),
                Name = parsed.GetRequiredValue(name),
                AddedBy = parsed.GetRequiredValue(by),
            };
            var answer = await session.Client.AddUnlockAccountAsync(request, session.Options(cancellationToken));
            session.Printer.Print(answer, writer => writer.WriteLine(shared.Say("The account is in the book.", "Le compte est au carnet.")));
            return ExitCode.Ok;
        });
    }

    private static Command Close(SharedOptions shared)
    {
        var name = new Argument<string>("NAME") { Description = shared.Say("The account, or its id.", "Le compte, ou son identifiant.") };
        var by = shared.By();
        var command = new Command("close", shared.Say(
            "Example: espero accounts close \"Repair café 1\"\n\nAn account that asks no more; what it asked stays in the book.",
            "Exemple : espero accounts close \"Repair café 1\"\n\nUn compte qui ne demande plus rien ; ce qu'il a demandé reste au carnet."))
        {
            name,
            by,
        };
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var request = new CloseUnlockAccountRequest
            {
                AccountId = await session.AccountIdAsync(parsed.GetRequiredValue(name), cancellationToken),
                ClosedBy = parsed.GetRequiredValue(by),
            };
            var answer = await session.Client.CloseUnlockAccountAsync(request, session.Options(cancellationToken));
            session.Printer.Print(answer, writer => writer.WriteLine(shared.Say("The account is closed.", "Le compte est fermé.")));
            return ExitCode.Ok;
        });
    }

    private static void WriteTable(ListUnlockAccountsResponse answer, Surroundings say, TextWriter writer)
    {
        var table = new Table(
            say.Say("MAKER", "FABRICANT"), say.Say("ACCOUNT", "COMPTE"), say.Say("ASKED", "DEMANDES"),
            say.Say("NEXT REQUEST", "PROCHAINE DEMANDE"));
        foreach (var account in answer.Accounts)
        {
            table.Add(
                account.Maker,
                account.Name,
                account.AskedAt.Count.ToString(CultureInfo.InvariantCulture),
                Day.Of(account.NextAllowedAt.ToDateTimeOffset()));
        }

        table.Write(writer);
    }
}
