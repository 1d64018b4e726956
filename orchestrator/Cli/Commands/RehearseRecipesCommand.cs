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
        var command = new Command("rehearse", shared.Say(
            "Example: espero recipes rehearse ubports devices/\n\nDry-runs a project's recipes on phones as the other projects describe them, and on phones that must be refused.\nA dry run shows that the checks bite, never that a recipe works.",
            "Exemple : espero recipes rehearse ubports devices/\n\nEssaie à blanc les recettes d'un projet sur des téléphones décrits par les autres, et sur des téléphones à refuser.\nUn essai à blanc montre que les contrôles mordent, jamais qu'une recette marche."))
        {
            kind,
            folder,
        };
        return RecipesCommand.Carry(command, surroundings, (parsed, _) =>
        {
            var (source, path) = (PackSource.Find(parsed.GetRequiredValue(kind))!, parsed.GetRequiredValue(folder));
            var book = ModelBook.Read(path);
            var pack = PackImporter.Import(source, Path.Combine(path, source.DataSet), book);
            Rehearsal[] rehearsals = [.. PackRehearsal.Run(pack, book)];
            RehearsalOutput.Write(RehearsalReport.Of(rehearsals), RecipesCommand.Format(shared, parsed), surroundings);
            return Task.FromResult(ExitCode.Ok);
        });
    }
}
