using System.CommandLine;
using Espero.Cli.Output;
using Espero.Station.Recipes.Comparing;

namespace Espero.Cli.Commands;

/// <summary>espero recipes show.</summary>
internal static class ShowRecipesCommand
{
    public static Command Create(SharedOptions shared, Surroundings surroundings)
    {
        var model = new Argument<string>("MODEL")
        {
            Description = shared.Say("vendor/codename, or the codename alone.", "fabricant/nom-de-code, ou le nom de code seul."),
        };
        var folder = new Option<string>("--in")
        {
            Description = shared.Say("The folder of recipes, the pack, or one recipe.", "Le dossier de recettes, le lot, ou une seule recette."),
            HelpName = shared.Say("DIR", "DOSSIER"),
            DefaultValueFactory = _ => ".",
        };
        var command = new Command("show", shared.Say(
            "Example: espero recipes show google/sargo --in packs/\n\nShows the recipes of a folder for one model: their steps in words, their proof, the hands they need, their source and licence.\nA step with ! can lose data, itself or by what it does otherwise.",
            "Exemple : espero recipes show google/sargo --in lots/\n\nMontre les recettes d'un dossier pour un modèle : étapes en mots, preuve, gestes, source et licence.\nUne étape marquée ! peut perdre des données, elle-même ou par ce qu'elle fait sinon."))
        {
            model,
            folder,
        };
        return RecipesCommand.Carry(command, surroundings, async (parsed, cancellationToken) =>
        {
            var (typed, path) = (parsed.GetRequiredValue(model), parsed.GetRequiredValue(folder));
            var all = await RecipeFolder.ReadAsync(path, cancellationToken);
            FolderRecipe[] found = [.. all.Where(recipe => recipe.IsFor(typed))];
            if (found.Length == 0)
            {
                throw NotFound(typed, path, all);
            }

            var around = Directory.Exists(path) ? path : ""; // a single recipe is named with its own folders
            var origins = new List<IReadOnlyList<(string Key, string Value)>>();
            foreach (var recipe in found)
            {
                var pack = await RecipeOrigin.OfPackAsync(around, recipe.File.Name, cancellationToken);
                origins.Add([.. RecipeOrigin.OfRecipe(recipe.File.Text), .. pack]);
            }

            Write(found.Zip(origins), RecipesCommand.Format(shared, parsed), surroundings);
            return ExitCode.Ok;
        });
    }

    private static void Write(
        IEnumerable<(FolderRecipe Recipe, IReadOnlyList<(string Key, string Value)> Origin)> found,
        OutputFormat format,
        Surroundings surroundings)
    {
        if (format is OutputFormat.Json)
        {
            JsonLine.Write(surroundings.Output, json => json.WriteAll("recipes", found, pair => RecipeOutput.Write(json, pair.Recipe, pair.Origin)));
            return;
        }

        var output = new RecipeOutput(surroundings);
        foreach (var (recipe, origin) in found)
        {
            output.Write(recipe, origin);
        }
    }

    private static StopException NotFound(string typed, string path, IReadOnlyCollection<FolderRecipe> all)
    {
        var models = all.Where(recipe => recipe.Plan is not null).SelectMany(recipe => new[]
        {
            recipe.Plan!.Model.Codename,
            $"{recipe.Plan.Model.Vendor}/{recipe.Plan.Model.Codename}",
        });
        return NearestWord.To(typed, models) is { } nearest
            ? StopException.NotFound(
                $"No recipe in {path} is for \"{typed}\". Did you mean \"{nearest}\"?",
                $"Aucune recette de {path} n'est pour « {typed} ». Vouliez-vous dire « {nearest} » ?")
            : StopException.NotFound(
                $"No recipe in {path} is for \"{typed}\". Check the model; recipes that are refused are not counted (espero recipes check).",
                $"Aucune recette de {path} n'est pour « {typed} ». Vérifiez le modèle ; les recettes refusées ne comptent pas (espero recipes check).");
    }
}
