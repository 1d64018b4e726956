using System.CommandLine;
using Espero.Station.Recipes.Schema;

namespace Espero.Cli.Commands;

/// <summary>espero recipes schema: prints what an editor needs to help with a file.</summary>
internal static class RecipeSchemaCommand
{
    private const string Suffix = ".schema.json";

    public static Command Create(SharedOptions shared, Surroundings surroundings)
    {
        var kind = new Argument<string>("KIND") { Description = shared.Say("Which kind of file.", "Quelle sorte de fichier.") };
        kind.AcceptOnlyFromAmong([.. RecipeSchemas.All.Keys.Select(name => name[..^Suffix.Length])]);
        var command = new Command("schema", shared.Say(
            "Example: espero recipes schema recipe > recipe.schema.json\n\nPrints the JSON Schema by which an editor completes and checks a file while it is written.",
            "Exemple : espero recipes schema recipe > recipe.schema.json\n\nAffiche le schéma JSON qui permet à un éditeur de compléter et de vérifier un fichier pendant l'écriture."))
        {
            kind,
        };
        command.SetAction(parsed =>
        {
            surroundings.Output.Write(RecipeSchemas.All[parsed.GetRequiredValue(kind) + Suffix]);
            return ExitCode.Ok;
        });
        return command;
    }
}
