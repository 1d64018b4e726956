using System.Globalization;
using Espero.Station.Domain.Rehearsing;

namespace Espero.Cli.Output;

/// <summary>Shows what the dry runs of a pack gave.</summary>
internal static class RehearsalOutput
{
    public static void Write(RehearsalReport report, OutputFormat format, Surroundings say)
    {
        if (format is OutputFormat.Json)
        {
            WriteJson(report, say);
            return;
        }

        WriteCounts(report, say);
        foreach (var (recipe, mutation, ending) in report.Survivors)
        {
            var (what, why) = (MutationWords.Of(mutation), MutationWords.Of(ending));
            say.Output.WriteLine(say.Say($"{recipe} and {what.English}: {why.English}", $"{recipe} et {what.French} : {why.French}"));
        }

        foreach (var refused in report.Refused)
        {
            say.Output.WriteLine($"{refused.Recipe}: {refused.Refusals[0].FailureCode} {refused.Refusals[0].StepId} {refused.Refusals[0].Detail}");
        }
    }

    private static void WriteCounts(RehearsalReport report, Surroundings say)
    {
        var table = new Table(say.Say("WHAT", "QUOI"), say.Say("HOW MANY", "COMBIEN"));
        table.Add(say.Say("recipes", "recettes"), Number(report.Recipes));
        foreach (var (level, count) in report.ByConfirmation)
        {
            table.Add(say.Say(MutationWords.Of(level)), Number(count));
        }

        table.Add(say.Say("that go through, dry", "qui passent, à blanc"), Number(report.GoThrough));
        foreach (var (mutation, refused, made) in report.Mutants)
        {
            var words = MutationWords.Of(mutation);
            table.Add(say.Say($"refused: {words.English}", $"refusés : {words.French}"), $"{refused} / {made}");
        }

        table.Write(say.Output);
    }

    private static void WriteJson(RehearsalReport report, Surroundings say) => JsonLine.Write(say.Output, json =>
    {
        json.WriteNumber("recipes", report.Recipes);
        json.WriteAll("confirmed", report.ByConfirmation, level =>
        {
            json.WriteString("level", level.Key.ToString());
            json.WriteNumber("recipes", level.Value);
        });
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
            json.WriteString("ending", survivor.Ending.ToString());
        });
        json.WriteAll("refused", report.Refused, refused =>
        {
            json.WriteString("recipe", refused.Recipe);
            json.WriteString("code", refused.Refusals[0].FailureCode);
            json.WriteString("detail", refused.Refusals[0].Detail);
        });
        json.WriteAll("unconfirmed", report.Unconfirmed, recipe => json.WriteString("recipe", recipe));
    });

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
