using System.CommandLine;
using Espero.Cli.Connection;
using Espero.Operations.V1;
using Espero.Station.Recipes.Failures;

namespace Espero.Cli.Commands;

/// <summary>espero release: a named person lets one phone be erased. A terminal is asked for what is missing; a script is refused.</summary>
internal static class ReleaseCommand
{
    public static Command Create(SharedOptions shared)
    {
        var phone = new Option<string>("--phone") { Description = shared.Say("The phone.", "Le téléphone."), HelpName = "ID", Required = true };
        var basis = new Option<string>("--basis") { Description = shared.Say("On what ground it may be erased.", "À quel titre il peut être effacé."), Required = true };
        basis.AcceptOnlyFromAmong("owner-present", "donated-lot", "blank");
        var by = new Option<string?>("--by")
        {
            Description = shared.Say("The person who answers for it.", "La personne qui en répond."),
            HelpName = shared.Say("NAME", "NOM"),
        };
        var model = new Option<string?>("--model")
        {
            Description = shared.Say(
                "The model as that person reads it on the phone's back or in its settings; some recipes cannot tell it without.",
                "Le modèle que cette personne lit au dos du téléphone ou dans ses paramètres ; certaines recettes en ont besoin."),
            HelpName = shared.Say("MODEL", "MODÈLE"),
        };
        var checks = ReleaseCheck.All.Select(check => (Check: check, Option: new Option<bool>(check.Flag) { Description = check.Claim.In(shared.Say("en", "fr")) })).ToArray();
        var command = new Command("release", shared.Say(
            "Example: espero release --phone 2f1f1f0c9a77 --basis blank --by \"YOUR NAME\" --battery-not-swollen\n\nGives a named person's permission to erase this one phone.",
            "Exemple : espero release --phone 2f1f1f0c9a77 --basis blank --by \"VOTRE NOM\" --battery-not-swollen\n\nDonne la permission, au nom d'une personne, d'effacer ce seul téléphone."))
        {
            phone,
            basis,
            by,
            model,
        };
        foreach (var (_, option) in checks)
        {
            command.Options.Add(option);
        }

        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ReleasePhoneRequest
            {
                PhoneId = await session.PhoneIdAsync(parsed.GetRequiredValue(phone), cancellationToken),
                Basis = ReadBasis(parsed.GetRequiredValue(basis)),
                Checks = new ReleasePhoneRequest.Types.Checks(),
                PrintedModel = parsed.GetValue(model)?.Trim() ?? "",
            };
            request.ReleasedBy = parsed.GetValue(by) ?? await AskNameAsync(session.Surroundings, cancellationToken);
            foreach (var (check, option) in checks)
            {
                check.Set(request.Checks, parsed.GetValue(option) || await AskAsync(check, request.Basis, session.Surroundings, cancellationToken));
            }

            var answer = await session.Client.ReleasePhoneAsync(request, session.Options(cancellationToken));
            session.Printer.Print(answer, writer => writer.WriteLine(shared.Say(
                $"Phone {request.PhoneId} is released by {answer.Release.ReleasedBy}. A countdown runs before anything is written; unplugging stops it.",
                $"Feu vert donné par {answer.Release.ReleasedBy} pour le téléphone {request.PhoneId}. Un compte à rebours précède toute écriture ; débrancher l'arrête.")));
            return ExitCode.Ok;
        });
    }

    private static Basis ReadBasis(string typed) => typed switch
    {
        "owner-present" => Basis.OwnerPresent,
        "donated-lot" => Basis.DonatedLot,
        _ => Basis.Blank,
    };

    private static async Task<string> AskNameAsync(Surroundings surroundings, CancellationToken cancellationToken) =>
        await surroundings.AskAsync(new Sentence("Who answers for it? Name: ", "Qui en répond ? Nom : "), cancellationToken) is { Length: > 0 } name
            ? name.Trim()
            : throw StopException.Usage(
                "Nobody's name was given, and a release is always a named person's. Say who answers for it with --by.",
                "Aucun nom n'est donné, or un feu vert est toujours celui d'une personne. Dites qui en répond avec --by.");

    // A script that left a check out is answered by the orchestrator, which knows which ones the basis needs.
    private static async Task<bool> AskAsync(ReleaseCheck check, Basis basis, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var isNeeded = check.NeededWhenBlank || basis is not Basis.Blank;
        var answer = isNeeded ? (await surroundings.AskAsync(check.Question, cancellationToken))?.Trim().ToUpperInvariant() : null;
        return answer is "N" or "NO" or "NON" && check.NoMeans is { } code && FailureCatalogue.Find(code) is { } failure
            ? throw StopException.Usage(failure.SentencesIn("en"), failure.SentencesIn("fr"))
            : answer is "Y" or "YES" or "O" or "OUI";
    }
}
