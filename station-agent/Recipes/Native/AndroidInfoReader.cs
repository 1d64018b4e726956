using System.Text.RegularExpressions;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Native;

/// <summary>
/// android-info.txt: what must be on the phone beneath a system. "require NAME=A|B", "reject NAME=A",
/// "require-for-product:P NAME=A"; without a word in front it is a requirement.
/// </summary>
internal static partial class AndroidInfoReader
{
    private const string Product = "getvar.product";

    public static void Read(RecipeText text, NativeDraft draft)
    {
        var own = new ErrorList(text.Name);
        foreach (var words in ScriptLines.Read(text.Text, own))
        {
            var line = string.Join(' ', words.Select(word => word.Text));
            if (Line().Match(line) is { Success: true } match)
            {
                Read(words[0], match, draft);
            }
            else
            {
                own.Add(words[0], NativeComplaints.NotARequirement(line));
            }
        }

        draft.Errors.AddAll(own);
    }

    private static void Read(SourceScalar at, Match match, NativeDraft draft)
    {
        var name = match.Groups["name"].Value is "board" ? "product" : match.Groups["name"].Value;
        var values = match.Groups["values"].Value.Split('|', StringSplitOptions.TrimEntries);
        var only = match.Groups["product"].Value;
        if (name == "partition-exists")
        {
            foreach (var partition in values)
            {
                Assert(at, Test(at, $"getvar.has-slot:{partition}", "present", "true"), only, draft);
            }

            return;
        }

        var test = Expect(at, $"getvar.{name}", values);
        if (match.Groups["reject"].Success)
        {
            Reject(at, test, $"getvar.{name}", draft);
        }
        else if (name == "product" && only.Length == 0)
        {
            draft.Identify(test);
        }
        else
        {
            Assert(at, test, only, draft);
        }
    }

    private static void Assert(SourceScalar at, SourceMap test, string onlyProduct, NativeDraft draft) => draft.Add(
        onlyProduct.Length == 0
            ? Short(at, "assert", test)
            : Map(at, ("assert", test), ("condition", Test(at, Product, Text(at, onlyProduct)))));

    // Where the value is the rejected one, a step stands that cannot hold.
    private static void Reject(SourceScalar at, SourceMap test, string fact, NativeDraft draft) => draft.Add(
        Map(at, ("assert", Test(at, fact, "present", "false")), ("condition", test)));

    // A star ends a value that only begins so.
    private static SourceMap Expect(SourceScalar at, string fact, string[] values) =>
        values.Any(value => value.EndsWith('*'))
            ? Test(at, fact, "matches", string.Join('|', values.Select(Pattern)))
            : Test(at, fact, values.Select(value => Text(at, value)));

    private static string Pattern(string value) => value.EndsWith('*') ? $"{Regex.Escape(value[..^1])}.*" : Regex.Escape(value);

    [GeneratedRegex(
        @"\A(?:require +|(?<reject>reject) +|require-for-product: *(?<product>[^ ]+) +)?(?<name>(?!(?:require|reject) *=)[^ =]+) *= *(?<values>[^ |][^|]*(?:\|[^|]+)*)\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
