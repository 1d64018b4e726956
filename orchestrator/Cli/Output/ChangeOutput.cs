using System.Text.Json;
using Espero.Station.Recipes.Comparing;

namespace Espero.Cli.Output;

/// <summary>What two recipes do differently.</summary>
internal static class ChangeOutput
{
    public static void Write(IReadOnlyCollection<RecipeChange> changes, Surroundings surroundings)
    {
        foreach (var group in changes.GroupBy(change => change.Kind))
        {
            surroundings.Output.WriteLine(surroundings.Say(Heading(group.Key)));
            foreach (var change in group)
            {
                surroundings.Output.WriteLine($"  {Line(change, surroundings)}");
            }
        }
    }

    public static void Write(Utf8JsonWriter json, RecipeChange change)
    {
        json.WriteString("kind", JsonNamingPolicy.KebabCaseLower.ConvertName(change.Kind.ToString()));
        json.WriteString("subject", change.Subject);
        json.WriteString("change", Word(change));
        json.WriteSentence("before", change.Before);
        json.WriteSentence("after", change.After);
    }

    private static string Line(RecipeChange change, Surroundings surroundings) => change switch
    {
        { Before: null, After: { } after } => $"+ {change.Subject}: {surroundings.Say(after)}",
        { Before: { } before, After: null } => $"- {change.Subject}: {surroundings.Say(before)}",
        { IsMove: true, After: { } after } =>
            $"~ {change.Subject}: {surroundings.Say(after)} {surroundings.Say("(elsewhere now)", "(à une autre place)")}",
        _ => $"~ {change.Subject}: {surroundings.Say(change.Before!)} → {surroundings.Say(change.After!)}",
    };

    private static string Word(RecipeChange change) =>
        change.IsMove ? "moved" : change.Before is null ? "added" : change.After is null ? "removed" : "changed";

    private static Sentence Heading(ChangeKind kind) => kind switch
    {
        ChangeKind.Permission => new("what it may do", "ce qu'elle peut faire"),
        ChangeKind.Identity => new("which phones", "quels téléphones"),
        ChangeKind.Requirement => new("what must be there", "ce qui doit y être"),
        ChangeKind.File => new("files", "fichiers"),
        ChangeKind.Proof => new("proof", "preuve"),
        ChangeKind.Step => new("steps", "étapes"),
    };
}
