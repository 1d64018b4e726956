using System.CommandLine;
using Espero.Cli.Fetching;
using Espero.Cli.Output;

namespace Espero.Cli.Commands;

/// <summary>espero builds fetch.</summary>
internal static class FetchBuildCommand
{
    public static Command Create(SharedOptions shared, Surroundings surroundings)
    {
        var recipes = new Argument<string[]>("RECIPE")
        {
            Description = shared.Say(
                "A recipe with its origins beside it, or a pack for all of its recipes.",
                "Une recette avec ses origines à côté d'elle, ou un lot pour toutes ses recettes."),
            Arity = ArgumentArity.OneOrMore,
        };
        var into = new Option<string>("-o", "--out")
        {
            Description = shared.Say("Where each recipe's files get a folder.", "Où les fichiers de chaque recette reçoivent un dossier."),
            HelpName = shared.Say("DIR", "DOSSIER"),
            Required = true,
        };
        var command = new Command("fetch", shared.Say(
            "Example: espero builds fetch packs/lineage/recipes/fairphone/lineage-fp4.yaml --out builds/\n\nDownloads the files of a recipe from where its origins say, checks them as far as their publishers say how, and writes the build file for 'espero builds add'. It asks no orchestrator. Started again, it goes on where it stopped.\nExit codes: 0 all is there, 1 a file or a recipe failed, 8 a person must bring a file.",
            "Exemple : espero builds fetch lots/lineage/recipes/fairphone/lineage-fp4.yaml --out systemes/\n\nTélécharge les fichiers d'une recette là où ses origines le disent, les vérifie autant que leurs éditeurs le permettent, et écrit le fichier du système pour « espero builds add ». N'interroge aucun orchestrateur. Relancée, la commande reprend où elle s'était arrêtée.\nCodes de sortie : 0 tout est là, 1 un fichier ou une recette a échoué, 8 une personne doit apporter un fichier."))
        {
            recipes,
            into,
        };
        return RecipesCommand.Carry(command, surroundings, async (parsed, cancellationToken) =>
        {
            var limits = new FetchLimits();
            using var download = new FileDownload(FileDownload.Handler(), limits, TimeProvider.System);
            var fetch = new BuildFetch(download, limits, TimeProvider.System, name => FetchOutput.Progress(name, surroundings));
            var builds = new List<FetchedBuild>();
            string[] paths = [.. parsed.GetRequiredValue(recipes).SelectMany(FetchableRecipe.PathsOf)];
            foreach (var path in paths)
            {
                builds.Add(await fetch.RunAsync(path, FetchableRecipe.FolderOf(path, parsed.GetRequiredValue(into)), cancellationToken));
            }

            FetchOutput.Write(builds, RecipesCommand.Format(shared, parsed), surroundings);
            var states = builds.SelectMany(build => build.Files).Select(file => file.State).ToHashSet();
            return states.Contains(FileState.Failed) || builds.Any(build => build.Trouble is not null) ? ExitCode.Failed
                : states.Contains(FileState.ForAPerson) ? ExitCode.PartlyDone
                : ExitCode.Ok;
        });
    }
}
