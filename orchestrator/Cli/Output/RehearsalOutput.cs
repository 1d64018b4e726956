using System.Globalization;
using System.Text.Json;
using Espero.Station.Domain.Rehearsing;

namespace Espero.Cli.Output;

/// <summary>Shows what the dry runs of a pack gave: on phones as others describe them, and apart from those on recorded phones.</summary>
internal sealed class RehearsalOutput(RehearsalReport described, IReadOnlyList<(RecordedPhone Phone, RehearsalReport Report)> recorded)
{
    // Neither another project nor a recorded phone says anything about their model.
    private readonly string[] _unconfirmed = [.. described.Unconfirmed.Except(recorded.SelectMany(one => one.Report.Confirmed))];

    public void Write(OutputFormat format, Surroundings say)
    {
        if (format is OutputFormat.Json)
        {
            JsonLine.Write(say.Output, WriteJson);
            return;
        }

        WriteCounts(say);
        WriteFindings(described, "", say);
        if (recorded.Count == 0)
        {
            return;
        }

        say.Output.WriteLine();
        WriteRecorded(say);
        foreach (var (phone, report) in recorded)
        {
            WriteFindings(report, $"{phone.File}: ", say);
        }
    }

    private static void WriteFindings(RehearsalReport report, string before, Surroundings say)
    {
        foreach (var (recipe, mutation, ending) in report.Survivors)
        {
            var (what, why) = (MutationWords.Of(mutation), MutationWords.Of(ending));
            say.Output.WriteLine(before + say.Say($"{recipe} and {what.English}: {why.English}", $"{recipe} et {what.French} : {why.French}"));
        }

        foreach (var refused in report.Refused)
        {
            var first = refused.Refusals[0];
            var step = first.StepId.Length == 0 ? first.FailureCode : $"{first.FailureCode}, {first.StepId}";
            say.Output.WriteLine(before + say.Say(
                $"{refused.Recipe} is refused on its own phone ({step}): {first.Detail}",
                $"{refused.Recipe} est refusée sur son propre téléphone ({step}) : {first.Detail}"));
        }
    }

    private void WriteCounts(Surroundings say)
    {
        var table = new Table(say.Say("WHAT", "QUOI"), say.Say("HOW MANY", "COMBIEN"));
        table.Add(say.Say("recipes", "recettes"), Number(described.Recipes));
        foreach (var (level, count) in described.ByConfirmation)
        {
            table.Add(say.Say(MutationWords.Of(level)), Number(count));
        }

        if (recorded.Count > 0)
        {
            table.Add(
                say.Say("whose phone no other project and no recording knows", "dont ni un autre projet ni un relevé ne connaît le téléphone"),
                Number(_unconfirmed.Length));
        }

        table.Add(say.Say("that go through, dry", "qui passent, à blanc"), Number(described.GoThrough));
        foreach (var (mutation, refused, made) in described.Mutants)
        {
            var words = MutationWords.Of(mutation);
            table.Add(say.Say($"refused: {words.English}", $"refusés : {words.French}"), Share(refused, made));
        }

        table.Write(say.Output);
    }

    private void WriteRecorded(Surroundings say)
    {
        var table = new Table(
            say.Say("RECORDED PHONE", "TÉLÉPHONE RELEVÉ"),
            say.Say("MODEL", "MODÈLE"),
            say.Say("RECIPES", "RECETTES"),
            say.Say("THAT GO THROUGH", "QUI PASSENT"),
            say.Say("PHONES REFUSED", "TÉLÉPHONES REFUSÉS"));
        foreach (var (phone, report) in recorded)
        {
            table.Add(
                phone.File,
                phone.Model?.Id ?? say.Say("none that a project knows", "aucun qu'un projet connaisse"),
                Number(report.Recipes),
                Number(report.GoThrough),
                Share(report.MutantsRefused, report.MutantsMade));
        }

        table.Write(say.Output);
    }

    private void WriteJson(Utf8JsonWriter json)
    {
        WriteReport(json, described);
        json.WriteStartArray("unconfirmed");
        foreach (var recipe in _unconfirmed)
        {
            json.WriteStringValue(recipe);
        }

        json.WriteEndArray();
        json.WriteAll("recorded", recorded, one =>
        {
            json.WriteString("file", one.Phone.File);
            json.WriteString("model", one.Phone.Model?.Id);
            WriteReport(json, one.Report);
        });
    }

    private static void WriteReport(Utf8JsonWriter json, RehearsalReport report)
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
    }

    private static string Share(int some, int all) => $"{Number(some)} / {Number(all)}";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
