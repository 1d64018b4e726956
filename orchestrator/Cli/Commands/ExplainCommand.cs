using System.CommandLine;
using Espero.Cli.Output;
using Espero.Station.Recipes.Failures;

namespace Espero.Cli.Commands;

/// <summary>espero explain. It asks nobody: the catalogue of failures is part of the command.</summary>
internal static class ExplainCommand
{
    public static Command Create(SharedOptions shared, Surroundings surroundings)
    {
        var code = new Argument<string>("CODE") { Description = shared.Say("The code of a failure.", "Le code d'une panne.") };
        var language = new Option<string>("--language")
        {
            Description = shared.Say("The language of the sentences; else that of the terminal.", "La langue des phrases ; sinon celle du terminal."),
            DefaultValueFactory = _ => surroundings.Language,
        };
        language.AcceptOnlyFromAmong("fr", "en");
        var command = new Command("explain", shared.Say(
            "Example: espero explain cable-lost --language fr\n\nSays what a failure means, whether it is tried again, and who does what.",
            "Exemple : espero explain cable-lost --language en\n\nDit ce que signifie une panne, si l'on réessaie, et qui fait quoi."))
        {
            code,
            language,
        };
        command.SetAction(parsed =>
        {
            var typed = parsed.GetRequiredValue(code);
            if (FailureCatalogue.Find(typed) is not { } failure)
            {
                surroundings.Talk.WriteLine(NotFound(typed).In(parsed.GetRequiredValue(language)));
                return ExitCode.NotFound;
            }

            if (parsed.GetRequiredValue(shared.Output) == "json")
            {
                FailureJson.Write(failure, surroundings.Output);
            }
            else
            {
                FailureTable.Write(failure, parsed.GetRequiredValue(language), surroundings.Output);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static Sentence NotFound(string typed)
    {
        var nearest = NearestWord.To(typed, FailureCatalogue.All.Select(failure => failure.Code));
        return nearest is null
            ? new Sentence(
                $"This command knows no failure \"{typed}\"; a newer station may. Check the code, or update the command.",
                $"Cette commande ne connaît pas de panne « {typed} » ; un poste plus récent peut-être. Vérifiez le code, ou mettez la commande à jour.")
            : new Sentence(
                $"This command knows no failure \"{typed}\". Did you mean \"{nearest}\"?",
                $"Cette commande ne connaît pas de panne « {typed} ». Vouliez-vous dire « {nearest} » ?");
    }
}
