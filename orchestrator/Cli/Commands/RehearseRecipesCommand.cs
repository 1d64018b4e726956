using System.Collections.Immutable;
using System.CommandLine;
using Espero.Cli.Output;
using Espero.Station.Domain.Rehearsing;
using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.Models;

namespace Espero.Cli.Commands;

/// <summary>espero recipes rehearse.</summary>
internal static class RehearseRecipesCommand
{
    public static Command Create(SharedOptions shared, Surroundings surroundings)
    {
        var kind = new Argument<string>("PROJECT") { Description = shared.Say("Whose data it is.", "De qui sont les données.") };
        kind.AcceptOnlyFromAmong([.. PackSource.All.Select(source => source.Kind)]);
        var folder = new Argument<string>("DIR") { Description = shared.Say("The folder of all data sets, each in its own folder.", "Le dossier de toutes les données, chacune dans le sien.") };
        var facts = new Option<string?>("--facts")
        {
            Description = shared.Say(
                "A folder of phones recorded by 'espero-station facts', one .json file each: every recipe for their models is tried on them, too, and counted apart.",
                "Un dossier de téléphones relevés par « espero-station facts », un fichier .json chacun : chaque recette de leurs modèles y est essayée aussi, et comptée à part."),
            HelpName = shared.Say("DIR", "DOSSIER"),
        };
        var command = new Command("rehearse", shared.Say(
            "Example: espero recipes rehearse ubports devices/ --facts recorded/\n\nDry-runs a project's recipes on phones as the other projects describe them, and on phones that must be refused.\nA dry run shows that the checks bite, never that a recipe works.",
            "Exemple : espero recipes rehearse ubports devices/ --facts releves/\n\nEssaie à blanc les recettes d'un projet sur des téléphones décrits par les autres, et sur des téléphones à refuser.\nUn essai à blanc montre que les contrôles mordent, jamais qu'une recette marche."))
        {
            kind,
            folder,
            facts,
        };
        return RecipesCommand.Carry(command, surroundings, (parsed, _) =>
        {
            var (source, path) = (PackSource.Find(parsed.GetRequiredValue(kind))!, parsed.GetRequiredValue(folder));
            if (!Directory.Exists(Path.Combine(path, source.DataSet)))
            {
                throw NoDataSet(source, path);
            }

            var book = ModelBook.Read(path);
            var pack = PackImporter.Import(source, Path.Combine(path, source.DataSet), book);
            var recorded = Recorded(parsed.GetValue(facts), book)
                .Select(phone => (phone, RehearsalReport.Of([.. PackRehearsal.Run(pack, book, phone)])))
                .ToArray();
            new RehearsalOutput(RehearsalReport.Of([.. PackRehearsal.Run(pack, book)]), recorded)
                .Write(RecipesCommand.Format(shared, parsed), surroundings);
            return Task.FromResult(ExitCode.Ok);
        });
    }

    private static StopException NoDataSet(PackSource source, string path)
    {
        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        var isOneBelow = parent is not null && Directory.Exists(Path.Combine(parent, source.DataSet));
        var typed = $"espero recipes rehearse {source.Kind} {parent}";
        return StopException.Usage(
            $"There is no folder {source.DataSet} in {path}, so nothing was rehearsed. "
            + (isOneBelow ? $"Type: {typed}" : "Give the folder in which the data of all projects lies, each in a folder of its own name."),
            $"Il n'y a pas de dossier {source.DataSet} dans {path} : rien n'a été essayé. "
            + (isOneBelow ? $"Tapez : {typed}" : "Indiquez le dossier où se trouvent les données de tous les projets, chacune dans un dossier à son nom."));
    }

    private static ImmutableArray<RecordedPhone> Recorded(string? folder, ModelBook book)
    {
        try
        {
            return folder is null ? [] : RecordedPhone.ReadAll(folder, book);
        }
        catch (FormatException broken)
        {
            throw new StopException(ExitCode.Failed, new Sentence(
                $"These are no recorded facts: {broken.Message}. Record the phone again with 'espero-station facts', or take the file out of the folder.",
                $"Ce ne sont pas des faits relevés : {broken.Message}. Relevez de nouveau le téléphone avec « espero-station facts », ou retirez le fichier du dossier."));
        }
    }
}
