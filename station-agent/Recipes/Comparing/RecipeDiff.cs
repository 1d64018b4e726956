using System.Collections.Immutable;
using System.Globalization;
using Espero.Plan.V1;
using Espero.Station.Recipes.Vocabulary;
using Espero.Station.Recipes.Words;
using PlanFile = Espero.Plan.V1.File;

namespace Espero.Station.Recipes.Comparing;

/// <summary>Says what two recipes do differently, whatever they look like; what a reviewer must know first comes first.</summary>
public static class RecipeDiff
{
    /// <summary>Empty when both do the same.</summary>
    public static ImmutableArray<RecipeChange> Between(Plan.V1.Plan before, Plan.V1.Plan after) =>
    [
        .. Compare(ChangeKind.Permission, Powers(before), Powers(after)),
        .. Compare(ChangeKind.Identity, Identity(before), Identity(after)),
        .. Compare(ChangeKind.Requirement, Requirements(before), Requirements(after)),
        .. Compare(ChangeKind.File, before.Files.Select(Named), after.Files.Select(Named)),
        .. Compare(ChangeKind.Proof, [Promise(before)], [Promise(after)]),
        .. StepDiff.Between(before.Steps, after.Steps),
    ];

    private static IEnumerable<RecipeChange> Compare(
        ChangeKind kind, IEnumerable<(string Subject, Sentence Words)> before, IEnumerable<(string Subject, Sentence Words)> after)
    {
        var (old, now) = (Joined(before), Joined(after));
        return old.Keys.Union(now.Keys)
            .Order(StringComparer.Ordinal)
            .Select(subject => new RecipeChange(kind, subject, old.GetValueOrDefault(subject), now.GetValueOrDefault(subject)))
            .Where(change => change.Before != change.After);
    }

    // One fact may be asked twice, and both must hold.
    private static Dictionary<string, Sentence> Joined(IEnumerable<(string Subject, Sentence Words)> items) => items
        .GroupBy(item => item.Subject, item => item.Words, StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => new Sentence(
                string.Join(" & ", group.Select(words => words.English)), string.Join(" & ", group.Select(words => words.French))),
            StringComparer.Ordinal);

    private static IEnumerable<(string Subject, Sentence Words)> Powers(Plan.V1.Plan plan) =>
        RecipePowers.Of(plan).Select(power => (power.Key, power.Value));

    private static IEnumerable<(string Subject, Sentence Words)> Identity(Plan.V1.Plan plan) =>
        plan.Model.Identity.Select(Asked).Prepend(("model", Same($"{plan.Model.Vendor}/{plan.Model.Codename}")));

    private static IEnumerable<(string Subject, Sentence Words)> Requirements(Plan.V1.Plan plan) => plan.Requirements.Select(Asked)
        .Concat(plan.RollbackMarks.Select(mark => ($"rollback {mark.Fact}", Same(mark.Value))));

    private static (string Subject, Sentence Words) Asked(FactTest test) => (test.Fact, TestWords.Expectation(test));

    private static (string Subject, Sentence Words) Named(PlanFile file)
    {
        var size = file.SizeBytes.ToString(CultureInfo.InvariantCulture);
        var hash = Convert.ToHexStringLower(file.Sha256.Span);
        return (file.Name, new Sentence($"{size} bytes, {hash}", $"{size} octets, {hash}"));
    }

    private static (string Subject, Sentence Words) Promise(Plan.V1.Plan plan) =>
        ("proof", PeopleWords.Of(plan.PromisedProof));

    private static Sentence Same(string words) => new(words, words);
}
