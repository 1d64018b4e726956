using System.CommandLine;
using Espero.Cli.Output;
using Espero.Station.Recipes.Comparing;

namespace Espero.Cli.Commands;

/// <summary>espero recipes diff: of two recipes, or of two folders recipe by recipe.</summary>
internal static class DiffRecipesCommand
{
    public static Command Create(SharedOptions shared, Surroundings surroundings)
    {
        var old = new Argument<string>("OLD")
        {
            Description = shared.Say("The recipe or folder before.", "La recette ou le dossier d'avant."),
        };
        var now = new Argument<string>("NEW")
        {
            Description = shared.Say("The recipe or folder after.", "La recette ou le dossier d'après."),
        };
        var command = new Command("diff", shared.Say(
            "Example: espero recipes diff old/sargo.yaml new/sargo.yaml\n\nSays what a recipe does differently now: first what it may do, which phones it takes for its own, then the rest. How it is written does not count.",
            "Exemple : espero recipes diff ancien/sargo.yaml nouveau/sargo.yaml\n\nDit ce qu'une recette fait autrement : d'abord ce qu'elle peut faire, quels téléphones elle prend pour les siens, puis le reste. La façon de l'écrire ne compte pas."))
        {
            old,
            now,
        };
        return RecipesCommand.Carry(command, surroundings, async (parsed, cancellationToken) =>
        {
            var (first, second) = (parsed.GetRequiredValue(old), parsed.GetRequiredValue(now));
            var before = await ReadAsync(first, cancellationToken);
            var after = await ReadAsync(second, cancellationToken);
            if (Directory.Exists(first) != Directory.Exists(second))
            {
                throw NotAlike(first, second);
            }

            if (before.Count + after.Count == 0)
            {
                throw NothingToCompare(first, second);
            }

            FolderRecipe[] refused = [.. before.Values.Concat(after.Values).Where(recipe => recipe.Plan is null)];
            if (refused.Length > 0)
            {
                ComplaintOutput.Write(refused, RecipesCommand.Format(shared, parsed), surroundings);
                return ExitCode.Failed;
            }

            Write(before, after, RecipesCommand.Format(shared, parsed), surroundings);
            return ExitCode.Ok;
        });
    }

    // Two recipes are compared whatever their names; recipes of folders by their paths below.
    private static async Task<SortedDictionary<string, FolderRecipe>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var recipes = await RecipeFolder.ReadAsync(path, cancellationToken);
        return new(recipes.ToDictionary(recipe => Directory.Exists(path) ? recipe.File.Name : ""), StringComparer.Ordinal);
    }

    private static void Write(
        SortedDictionary<string, FolderRecipe> before,
        SortedDictionary<string, FolderRecipe> after,
        OutputFormat format,
        Surroundings surroundings)
    {
        string[] removed = [.. before.Keys.Except(after.Keys)];
        string[] added = [.. after.Keys.Except(before.Keys)];
        (string Name, RecipeChange[] Changes)[] changed =
        [
            .. before.Keys.Intersect(after.Keys)
                .Select(name => (name, (RecipeChange[])[.. RecipeDiff.Between(before[name].Plan!, after[name].Plan!)]))
                .Where(pair => pair.Item2.Length > 0),
        ];
        if (format is OutputFormat.Json)
        {
            JsonLine.Write(surroundings.Output, json =>
            {
                json.WriteAll("removed", removed, name => json.WriteString("file", name));
                json.WriteAll("added", added, name => json.WriteString("file", name));
                json.WriteAll("changed", changed, pair =>
                {
                    json.WriteString("file", pair.Name);
                    json.WriteAll("changes", pair.Changes, change => ChangeOutput.Write(json, change));
                });
            });
            return;
        }

        foreach (var line in removed.Select(name => $"- {name}").Concat(added.Select(name => $"+ {name}")))
        {
            surroundings.Output.WriteLine(line);
        }

        foreach (var (name, changes) in changed)
        {
            if (name.Length > 0)
            {
                surroundings.Output.WriteLine($"~ {name}");
            }

            ChangeOutput.Write(changes, surroundings);
        }

        if (removed.Length + added.Length + changed.Length == 0)
        {
            surroundings.Talk.WriteLine(surroundings.Say("They do the same.", "Elles font la même chose."));
        }
    }

    private static StopException NotAlike(string old, string now) => StopException.Usage(
        $"One of {old} and {now} is a folder and the other is a recipe, so they cannot be compared. Give two recipes or two folders.",
        $"De {old} et {now}, l'un est un dossier et l'autre une recette : ils ne se comparent pas. Indiquez deux recettes ou deux dossiers.");

    private static StopException NothingToCompare(string old, string now) => StopException.Usage(
        $"There is no recipe in {old} nor in {now}, so nothing was compared. Check both folders.",
        $"Il n'y a aucune recette dans {old} ni dans {now} : rien n'a été comparé. Vérifiez les deux dossiers.");
}
