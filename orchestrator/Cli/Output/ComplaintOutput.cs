using System.Text.Json;
using Espero.Station.Recipes.Comparing;
using Espero.Station.Recipes.Source;

namespace Espero.Cli.Output;

/// <summary>What the compiler says of recipes: a line each that editors make clickable, or one line of JSON for all.</summary>
internal static class ComplaintOutput
{
    public static void Write(IReadOnlyCollection<FolderRecipe> recipes, OutputFormat format, Surroundings surroundings)
    {
        if (format is OutputFormat.Json)
        {
            JsonLine.Write(surroundings.Output, json => Write(json, recipes));
            return;
        }

        // One file beside many recipes, such as a build file, may be wrong for each of them.
        foreach (var complaint in recipes.SelectMany(recipe => recipe.Complaints).Distinct())
        {
            surroundings.Output.WriteLine($"{complaint.In(surroundings.Language)} [{complaint.Code}]");
        }

        var refused = recipes.Count(recipe => recipe.Plan is null);
        var believed = recipes.Count(recipe => recipe is { Plan: not null, HasBuild: false });
        surroundings.Talk.WriteLine(surroundings.Say(
            $"recipes: {recipes.Count}, refused: {refused}, without a build file, so that the files they name were believed: {believed}",
            $"recettes : {recipes.Count}, refusées : {refused}, sans fichier de système, donc crues sur les fichiers qu'elles nomment : {believed}"));
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyCollection<FolderRecipe> recipes)
    {
        json.WriteNumber("refused", recipes.Count(recipe => recipe.Plan is null));
        json.WriteAll("recipes", recipes, recipe =>
        {
            json.WriteString("file", recipe.File.Name);
            json.WriteString("name", recipe.Plan?.RecipeName);
            json.WriteBoolean("good", recipe.Plan is not null);
            json.WriteBoolean("hasBuild", recipe.HasBuild);
            json.WriteAll("complaints", recipe.Complaints, complaint => Write(json, complaint));
        });
    }

    private static void Write(Utf8JsonWriter json, SourceError complaint)
    {
        json.WriteString("file", complaint.FileName);
        json.WriteNumber("line", complaint.Line);
        json.WriteNumber("column", complaint.Column);
        json.WriteString("code", complaint.Code);
        json.WriteSentence("sentence", complaint.Sentence);
        json.WriteString("nearestWord", complaint.NearestWord);
    }
}
