using System.Globalization;
using System.Text.Json;
using Espero.Plan.V1;
using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Comparing;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Cli.Output;

/// <summary>One recipe for people who decide whether to use it: what it does and shows, which hands it needs, where it is from.</summary>
internal sealed class RecipeOutput(Surroundings surroundings)
{
    public void Write(FolderRecipe recipe, IReadOnlyList<(string Key, string Value)> origin)
    {
        var plan = recipe.Plan!;
        var output = surroundings.Output;
        output.WriteLine($"{plan.RecipeName}  {plan.Model.Vendor}/{plan.Model.Codename}  ({recipe.File.Name})");
        var identity = Tests(plan.Model.Identity);
        output.WriteLine($"  {surroundings.Say("proven by", "reconnu par")}  {identity}");
        if (plan.Requirements.Count > 0)
        {
            output.WriteLine($"  {surroundings.Say("requires", "exige")}  {Tests(plan.Requirements)}");
        }

        output.WriteLine($"  {surroundings.Say("proof", "preuve")}  {surroundings.Say(PeopleWords.Of(plan.PromisedProof))}");
        WriteHands(Hand.Of(plan));
        if (!recipe.NeverWrite.IsEmpty)
        {
            output.WriteLine($"  {surroundings.Say("must be signed for", "à signer pour")}  {string.Join(", ", recipe.NeverWrite)}");
        }

        output.WriteLine($"  {surroundings.Say("source", "source")}  {Origin(origin)}");
        WriteSteps(plan.Steps, before: "");
    }

    /// <summary>For programs.</summary>
    public static void Write(Utf8JsonWriter json, FolderRecipe recipe, IReadOnlyList<(string Key, string Value)> origin)
    {
        var plan = recipe.Plan!;
        json.WriteString("file", recipe.File.Name);
        json.WriteString("name", plan.RecipeName);
        json.WriteString("model", $"{plan.Model.Vendor}/{plan.Model.Codename}");
        json.WriteString("proof", PlanWords.Proofs.WordOf(plan.PromisedProof));
        json.WriteString("neverWrite", string.Join(',', recipe.NeverWrite));
        json.WriteAll("identity", plan.Model.Identity, test => WriteTest(json, test));
        json.WriteAll("requires", plan.Requirements, test => WriteTest(json, test));
        json.WriteAll("hands", Hand.Of(plan), hand =>
        {
            json.WriteString("step", hand.StepId);
            json.WriteString("sentence", hand.SentenceCode);
            json.WriteString("needs", string.Join(',', hand.Needs.Select(PlanWords.Needs.WordOf)));
            json.WriteString("words", hand.Words);
        });
        json.WriteAll("source", origin, pair =>
        {
            json.WriteString("key", pair.Key);
            json.WriteString("value", pair.Value);
        });
        json.WriteAll("steps", plan.Steps, step => WriteStep(json, step));
    }

    // Only what always comes has a number; what a step falls back to stands below it.
    private void WriteSteps(IEnumerable<Step> steps, string before)
    {
        foreach (var (index, step) in steps.Index())
        {
            var number = before.Length == 0 ? (index + 1).ToString(CultureInfo.InvariantCulture) : "";
            var mark = PointOfNoReturn.LeadsBehind(step) ? '!' : ' ';
            surroundings.Output.WriteLine($"{number,4} {mark} {before}{surroundings.Say(StepSentence.Of(step))}{Condition(step)}{Beneath(step.Ask?.Words ?? "", $"{"",9}{before}")}");
            if (step.Fallback.Count > 0)
            {
                surroundings.Output.WriteLine($"{"",7}{before}  {surroundings.Say("otherwise:", "sinon :")}");
                WriteSteps(step.Fallback, $"{before}    ");
            }
        }
    }

    // What is asked in several places is one line: a person learns it once.
    private void WriteHands(IReadOnlyList<Hand> hands)
    {
        var count = hands.Count == 0 ? surroundings.Say("none", "aucun") : hands.Count.ToString(CultureInfo.InvariantCulture);
        surroundings.Output.WriteLine($"  {surroundings.Say("hands", "gestes")}  {count}");
        foreach (var line in hands.Select(hand => $"         {Words(hand)}{Beneath(hand.Words, "           ")}").Distinct())
        {
            surroundings.Output.WriteLine(line);
        }
    }

    private string Words(Hand hand)
    {
        var sentence = AskSentences.Find(hand.SentenceCode) is { } found ? surroundings.Say(found) : hand.SentenceCode;
        return hand.Needs.Count == 0
            ? sentence
            : $"{sentence} ({string.Join(" + ", hand.Needs.Select(need => surroundings.Say(PeopleWords.Of(need))))})";
    }

    // The words of the recipe's source, marked as a quotation: they are not Espero's.
    private static string Beneath(string words, string before) =>
        string.Concat(words.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"\n{before}> {line}"));

    private string Tests(IEnumerable<FactTest> tests) => string.Join("; ", tests.Select(test => surroundings.Say(TestWords.Of(test))));

    private string Origin(IReadOnlyList<(string Key, string Value)> origin) => origin.Count == 0
        ? surroundings.Say("not said; written by hand", "non indiquée ; écrite à la main")
        : string.Join("; ", origin.Select(pair => $"{pair.Key}: {pair.Value}"));

    private string Condition(Step step) => TestWords.Of(step.Condition) is { } condition
        ? surroundings.Say($" (only if {condition.English})", $" (seulement si {condition.French})")
        : "";

    private static void WriteStep(Utf8JsonWriter json, Step step)
    {
        json.WriteString("id", step.Id);
        json.WriteBoolean("canLoseData", PointOfNoReturn.LeadsBehind(step));
        json.WriteSentence("sentence", StepSentence.Of(step));
        json.WriteString("condition", TestWords.Of(step.Condition)?.English ?? "");
        json.WriteAll("fallback", step.Fallback, other => WriteStep(json, other));
    }

    private static void WriteTest(Utf8JsonWriter json, FactTest test)
    {
        json.WriteString("fact", test.Fact);
        json.WriteString("expects", TestWords.Expectation(test).English);
    }
}
