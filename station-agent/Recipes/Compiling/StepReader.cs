using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Vocabulary;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Compiling;

/// <summary>Reads one step: a verb with its keys, and perhaps an id, a condition and a fallback.</summary>
internal sealed class StepReader(ValueReader values, ArgumentReader arguments, ConditionReader conditions)
{
    /// <summary>A fallback of a fallback of a fallback is no recipe but a program.</summary>
    public const int MaxFallbackDepth = 2;

    private static readonly ImmutableArray<string> OwnKeys = ["id", "condition", "fallback"];
    private static readonly ImmutableArray<string> VerbNames = [.. VerbCatalogue.All.Select(verb => verb.Name)];

    public ImmutableArray<StepDraft> ReadAll(IEnumerable<SourceNode> nodes, int depth = 0) =>
        [.. nodes.Select(node => Read(node, depth)).OfType<StepDraft>()];

    private StepDraft? Read(SourceNode node, int depth)
    {
        // "- lock": a verb without keys may stand alone.
        var map = node is SourceScalar word
            ? new SourceMap(node.Line, node.Column, [new SourceEntry(word, new SourceScalar(node.Line, node.Column, "", isPlain: true))]) { FileName = node.FileName }
            : node as SourceMap;
        if (map is null)
        {
            values.Errors.Add(node, RecipeComplaints.NotAStep);
            return null;
        }

        if (FindVerb(map) is not var (verb, body))
        {
            return null;
        }

        var step = new Step();
        var idNode = map.Find("id");
        if (idNode is not null)
        {
            step.Id = values.Value(idNode, ValueRules.StepId) ?? "";
        }

        if (map.Find("condition") is { } condition)
        {
            step.Condition = conditions.Read(condition);
        }

        var files = new List<FileMention>();
        var isGood = ReadBody(step, verb, body, files);
        var fallback = ReadFallback(map, depth);
        step.Fallback.Add(fallback.Select(draft => draft.Step));
        return isGood ? new StepDraft(step, verb, node, idNode, [.. files], fallback) : null;
    }

    private (Verb Verb, SourceNode Body)? FindVerb(SourceMap map)
    {
        (Verb Verb, SourceNode Body)? found = null;
        foreach (var entry in map.Entries.Where(entry => !OwnKeys.Contains(entry.Key.Text)))
        {
            if (!VerbCatalogue.TryFind(entry.Key.Text, out var verb))
            {
                var nearest = NearestWord.To(entry.Key.Text, VerbNames.AddRange(OwnKeys));
                values.Errors.Add(entry.Key, RecipeComplaints.UnknownVerb(entry.Key.Text, nearest, VerbNames));
                return null;
            }

            if (found is not null)
            {
                values.Errors.Add(entry.Key, RecipeComplaints.TwoVerbs(found.Value.Verb.Name, verb.Name));
                return null;
            }

            found = (verb, entry.Value);
        }

        if (found is null)
        {
            values.Errors.Add(map, RecipeComplaints.NotAStep);
        }

        return found;
    }

    private bool ReadBody(Step step, Verb verb, SourceNode body, List<FileMention> files)
    {
        if (Expand(verb, body) is not { } map)
        {
            values.Errors.Add(body, RecipeComplaints.NeedsKeys(verb));
            return false;
        }

        var names = verb.Keys.Select(key => key.Name).ToImmutableArray();
        var read = new Arguments();
        var isGood = true;
        foreach (var entry in map.Entries)
        {
            var key = verb.Keys.FirstOrDefault(candidate => candidate.Name == entry.Key.Text);
            if (key is null)
            {
                values.Errors.Add(entry.Key, ValueComplaints.UnknownKey(entry.Key.Text, NearestWord.To(entry.Key.Text, names), names));
            }
            else if (arguments.Read(key, entry.Value, files) is { } value)
            {
                read.Set(key.Name, value);
                continue;
            }

            isGood = false;
        }

        foreach (var key in verb.Keys.Where(key => key.IsRequired && map.Find(key.Name) is null))
        {
            values.Errors.Add(map, RecipeComplaints.StepNeeds(verb.Name, key.Name));
            isGood = false;
        }

        if (isGood)
        {
            verb.Compile(step, read);
            isGood = CheckCombination(verb, read, map);
        }

        return isGood;
    }

    // The few verbs whose keys depend on each other.
    private bool CheckCombination(Verb verb, Arguments read, SourceMap map)
    {
        var complaint = verb.Field switch
        {
            Step.VerbOneofCase.AvbKey when read.Has("file") == read.Flag("clear") => RecipeComplaints.FileOrClear,
            Step.VerbOneofCase.Unlock when read.Has("token-file") && read.Text("method") is not ("token-file" or "code") => RecipeComplaints.TokenFile,
            Step.VerbOneofCase.Logical when read.Text("action") == "delete" == read.Has("size") => RecipeComplaints.LogicalSize,
            _ => null,
        };
        if (complaint is not null)
        {
            values.Errors.Add(map, complaint);
        }

        return complaint is null;
    }

    private static SourceMap? Expand(Verb verb, SourceNode body)
    {
        if (body is SourceScalar { IsNothing: true } && verb.StandsAlone)
        {
            return new SourceMap(body.Line, body.Column, []) { FileName = body.FileName };
        }

        // A map of tests looks like a map of keys; none of its names is a key of the verb.
        if (body is SourceMap map && (!IsTests(verb) || map.Entries.Any(entry => verb.Keys.Any(key => key.Name == entry.Key.Text))))
        {
            return map;
        }

        return verb.ShortKey is null || body is SourceScalar { IsNothing: true }
            ? null
            : new SourceMap(
                body.Line, body.Column, [new SourceEntry(new SourceScalar(body.Line, body.Column, verb.ShortKey, isPlain: true), body)])
            {
                FileName = body.FileName,
            };
    }

    private static bool IsTests(Verb verb) => verb.Keys.Any(key => key.Name == verb.ShortKey && key.Kind == KeyKind.Tests);

    private ImmutableArray<StepDraft> ReadFallback(SourceMap map, int depth)
    {
        if (map.Find("fallback") is null)
        {
            return [];
        }

        if (depth == MaxFallbackDepth)
        {
            values.Errors.Add(map, RecipeComplaints.FallbackTooDeep(MaxFallbackDepth));
            return [];
        }

        return ReadAll(values.RequiredList(map, "fallback"), depth + 1);
    }
}
