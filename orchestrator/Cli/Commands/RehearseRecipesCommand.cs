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
        var folder = new Argument<string>("DIR") { Description = shared.Say("The folder of all data sets.", "Le dossier de toutes les données.") };
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
