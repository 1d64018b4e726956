using System.CommandLine;
using System.Globalization;
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
            "Example: espero recipes rehearse ubports devices/\n\nDry-runs a project's recipes on phones made of what the other projects say, and on phones that must be refused.\nA dry run shows that the checks bite, never that a recipe works.",
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
            Rehearsal[] rehearsals = [.. pack.Recipes.Select(recipe => Rehearsal.Of(
                recipe.Recipe.Rehearsal,
                book.Find(recipe.Recipe.Rehearsal.Model.Vendor, recipe.Recipe.Rehearsal.Model.Codename)?.Without(source.DataSet)))];
            Write(RehearsalReport.Of(rehearsals), RecipesCommand.Format(shared, parsed), surroundings);
            return Task.FromResult(ExitCode.Ok);
        });
    }

    private static void Write(RehearsalReport report, OutputFormat format, Surroundings say)
    {
        if (format is OutputFormat.Json)
        {
            WriteJson(report, say);
            return;
        }

        var table = new Table(say.Say("WHAT", "QUOI"), say.Say("HOW MANY", "COMBIEN"));
        table.Add(say.Say("recipes", "recettes"), Number(report.Recipes));
        table.Add(say.Say("whose model another project can tell", "dont un autre projet sait reconnaître le modèle"), Number(report.WithTwin));
        table.Add(say.Say("that go through, dry", "qui passent, à blanc"), Number(report.GoThrough));
        foreach (var (mutation, refused, made) in report.Mutants)
        {
            table.Add(say.Say(new Sentence($"refused: {MutationWords.Of(mutation).English}", $"refusés : {MutationWords.Of(mutation).French}")), $"{refused} / {made}");
        }

        table.Write(say.Output);
        foreach (var (recipe, mutation) in report.Survivors)
        {
            var (english, french) = MutationWords.Of(mutation);
            say.Output.WriteLine(say.Say($"{recipe} does not notice {english}.", $"{recipe} ne remarque pas {french}."));
        }

        foreach (var refused in report.Refused)
        {
            say.Output.WriteLine($"{refused.Recipe}: {refused.Refusals[0].FailureCode} {refused.Refusals[0].StepId} {refused.Refusals[0].Detail}");
        }
    }

    private static void WriteJson(RehearsalReport report, Surroundings say) => JsonLine.Write(say.Output, json =>
    {
        json.WriteNumber("recipes", report.Recipes);
        json.WriteNumber("with_twin", report.WithTwin);
        json.WriteNumber("go_through", report.GoThrough);
        json.WriteAll("mutants", report.Mutants, mutation =>
        {
            json.WriteString("mutation", mutation.Mutation.ToString());
            json.WriteNumber("refused", mutation.Refused);
            json.WriteNumber("made", mutation.Made);
        });
        json.WriteAll("survivors", report.Survivors, survivor =>
        {
            json.WriteString("recipe", survivor.Recipe);
            json.WriteString("mutation", survivor.Mutation.ToString());
        });
        json.WriteAll("refused", report.Refused, refused =>
        {
            json.WriteString("recipe", refused.Recipe);
            json.WriteString("code", refused.Refusals[0].FailureCode);
            json.WriteString("detail", refused.Refusals[0].Detail);
        });
    });

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
