using System.CommandLine;
using Espero.Cli.Output;
using Espero.Station.Recipes.Comparing;

namespace Espero.Cli.Commands;

/// <summary>espero recipes check.</summary>
internal static class CheckRecipesCommand
{
    public static Command Create(SharedOptions shared, Surroundings surroundings)
    {
        var folder = new Argument<string>("DIR")
        {
            Description = shared.Say("A folder of recipes, a pack, or one recipe.", "Un dossier de recettes, un lot, ou une seule recette."),
        };
        var command = new Command("check", shared.Say(
            "Example: espero recipes check packs/\n\nCompiles every recipe of a folder and says all that is wrong, with file, line and column.\nExit codes: 0 all are good, 1 some are refused, 3 there is none.",
            "Exemple : espero recipes check lots/\n\nCompile chaque recette d'un dossier et dit tout ce qui ne va pas, avec fichier, ligne et colonne.\nCodes de sortie : 0 toutes bonnes, 1 certaines refusées, 3 aucune recette."))
        {
            folder,
        };
        return RecipesCommand.Carry(command, surroundings, async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(folder);
            var recipes = await RecipeFolder.ReadAsync(path, cancellationToken);
            if (recipes.IsEmpty)
            {
                throw StopException.NotFound(
                    $"There is no recipe in {path} or below it. Check the folder.",
                    $"Il n'y a aucune recette dans {path} ni en dessous. Vérifiez le dossier.");
            }

            ComplaintOutput.Write(recipes, RecipesCommand.Format(shared, parsed), surroundings);
            return recipes.Any(recipe => recipe.Plan is null) ? ExitCode.Failed : ExitCode.Ok;
        });
    }
}
