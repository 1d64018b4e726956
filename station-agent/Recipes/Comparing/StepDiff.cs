using Espero.Plan.V1;
using Espero.Station.Recipes.Vocabulary;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Comparing;

/// <summary>Compares steps by their ids, which stay the same while other steps change.</summary>
internal static class StepDiff
{
    /// <summary>In the order of the new recipe; what is gone stands at the end.</summary>
    public static IEnumerable<RecipeChange> Between(IReadOnlyList<Step> before, IReadOnlyList<Step> after)
    {
        var old = before.ToDictionary(step => step.Id, StringComparer.Ordinal);
        var now = after.Select(step => step.Id).ToHashSet(StringComparer.Ordinal);
        var still = Unmoved(before, after);
        foreach (var step in after)
        {
            if (!old.TryGetValue(step.Id, out var was))
            {
                yield return new RecipeChange(ChangeKind.Step, step.Id, null, Words(step));
            }
            else if (!step.Equals(was))
            {
                yield return new RecipeChange(ChangeKind.Step, step.Id, Words(was), Words(step));
            }
            else if (!still.Contains(step.Id))
            {
                yield return new RecipeChange(ChangeKind.Step, step.Id, Words(was), Words(step)) { IsMove = true };
            }
        }

        foreach (var step in before.Where(step => !now.Contains(step.Id)))
        {
            yield return new RecipeChange(ChangeKind.Step, step.Id, Words(step), null);
        }
    }

    // The longest run of steps that both recipes have in the same order; every other common step has moved.
    private static HashSet<string> Unmoved(IReadOnlyList<Step> before, IReadOnlyList<Step> after)
    {
        var place = after.Select((step, index) => (step.Id, index)).ToDictionary(StringComparer.Ordinal);
        var common = before.Where(step => place.ContainsKey(step.Id)).Select(step => step.Id).ToList();
        var (length, previous) = (new int[common.Count], new int[common.Count]);
        var last = -1;
        for (var i = 0; i < common.Count; i++)
        {
            (length[i], previous[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (place[common[j]] < place[common[i]] && length[j] + 1 > length[i])
                {
                    (length[i], previous[i]) = (length[j] + 1, j);
                }
            }

            last = last < 0 || length[i] > length[last] ? i : last;
        }

        var still = new HashSet<string>(StringComparer.Ordinal);
        for (; last >= 0; last = previous[last])
        {
            still.Add(common[last]);
        }

        return still;
    }

    // Every word that tells two steps apart: what is done, when, and what else is tried.
    private static Sentence Words(Step step)
    {
        var (english, french) = (Own(step, "en"), Own(step, "fr"));
        if (TestWords.Of(step.Condition) is { } condition)
        {
            (english, french) = ($"{english} (only if {condition.English})", $"{french} (seulement si {condition.French})");
        }

        if (step.Fallback.Count > 0)
        {
            english += $" (else: {string.Join("; ", step.Fallback.Select(other => Words(other).English))})";
            french += $" (sinon : {string.Join(" ; ", step.Fallback.Select(other => Words(other).French))})";
        }

        return new Sentence(english, french);
    }

    private static string Own(Step step, string language)
    {
        var sentence = StepSentence.Of(step).In(language);
        var details = step.VerbCase switch
        {
            Step.VerbOneofCase.Assert => string.Join(", ", step.Assert.Tests.Select(test => TestWords.Of(test).In(language))),
            Step.VerbOneofCase.Flash => Flags(
                ("raw", step.Flash.Raw),
                ("disable-verity", step.Flash.DisableVerity),
                ("disable-verification", step.Flash.DisableVerification)),
            Step.VerbOneofCase.Logical => PlanWords.Slots.WordOf(step.Logical.Slot),
            Step.VerbOneofCase.AwaitMode => step.AwaitMode.Deadline?.ToString() ?? "",
            Step.VerbOneofCase.Unlock => PlanWords.UnlockMethods.WordOf(step.Unlock.Method),
            Step.VerbOneofCase.Format => step.Format.FileSystem,
            Step.VerbOneofCase.Super => Flags(("wipe", step.Super.Wipe)),
            Step.VerbOneofCase.BootImage => step.BootImage.StageFileName,
            Step.VerbOneofCase.VerifyBoot => string.Join(
                ", ", step.VerifyBoot.Tests.Select(test => TestWords.Of(test).In(language)).Prepend(step.VerifyBoot.Deadline?.ToString() ?? "")),
            Step.VerbOneofCase.Ask => Asked(step.Ask, language),
            _ => "",
        };
        return details.Length == 0 ? sentence : $"{sentence} [{details}]";
    }

    private static string Asked(Ask ask, string language) => string.Join(
        ", ",
        ask.Needs.Select(need => PeopleWords.Of(need).In(language))
            .Append(PeopleWords.Of(ask.Mode).In(language))
            .Append(ask.PictureKey)
            .Append(ask.Deadline?.ToString() ?? "")
            .Append(ask.NotBefore?.ToString() ?? "")
            .Append(ask.Words)
            .Where(word => word.Length > 0));

    private static string Flags(params (string Word, bool IsSet)[] flags) =>
        string.Join(", ", flags.Where(flag => flag.IsSet).Select(flag => flag.Word));
}
