using System.Collections.Immutable;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Native;

/// <summary>
/// Puts a recipe together out of a file of another format and model.yaml, and gives it to the one compiler. What such files lack is
/// added: every file before anything is erased, an emptied phone, and a proof at the end.
/// </summary>
internal sealed class NativeCompiler(RecipeFile recipe, NativeFormat format)
{
    private const string UsualProof = "seen-on-usb";
    private const string FirstStart = "20m"; // after a wipe a slow phone needs more than ten

    public Parsed<CompiledPlan> Compile(Build build)
    {
        var errors = new ErrorList(recipe.Name);
        return Whole(errors) is var (root, _)
            ? RecipeCompiler.Compile(root, errors, build)
            : new Parsed<CompiledPlan>(errors.InOrder());
    }

    /// <summary>The same without a build: the files that it names are believed.</summary>
    public Parsed<CheckedRecipe> Check()
    {
        var errors = new ErrorList(recipe.Name);
        return Whole(errors) is var (root, files)
            ? RecipeCompiler.Check(root, errors, recipe.Model is { } model ? [model] : [], files)
            : new Parsed<CheckedRecipe>(errors.InOrder());
    }

    // The recipe as nodes, and the files that it names; null with the errors when the file cannot be read.
    private (SourceMap Root, ImmutableArray<string> Files)? Whole(ErrorList errors)
    {
        var model = ModelFile.Read(recipe.Find(NativeFormats.ModelFileName), errors);
        var draft = new NativeDraft(errors, model);
        Read(draft);
        if (!model.IsThere && errors.IsEmpty)
        {
            errors.Add(1, 1, NativeComplaints.NoModelFile(recipe.Name));
        }

        return errors.IsEmpty ? (Whole(draft, model), [.. draft.Files.Select(file => file.Text)]) : null;
    }

    private void Read(NativeDraft draft)
    {
        switch (format)
        {
            case NativeFormat.Script:
                ScriptReader.Read(recipe, draft);
                break;
            case NativeFormat.FastbootInfo:
                FastbootInfoReader.Read(recipe, draft);
                break;
            case NativeFormat.Flashfile:
                FlashfileReader.Read(recipe, draft);
                break;
        }
    }

    private SourceMap Whole(NativeDraft draft, ModelFile model)
    {
        var top = new SourceScalar(1, 1, "", isPlain: false);
        var proof = model.Find("proof") ?? Text(top, UsualProof);
        var entries = new List<(string Key, SourceNode Value)>
        {
            ("recipe", model.Find("recipe") ?? Text(top, NameOf(model))),
            ("proof", proof),
            ("identity", Identity(top, draft, model)),
            ("steps", List(top, Steps(top, draft, proof))),
        };
        string[] asWritten = ["model", "partitions", "requires", "rollback"];
        entries.AddRange(asWritten.Where(key => model.Find(key) is not null).Select(key => (key, model.Find(key)!)));
        return Map(top, entries);
    }

    private static SourceList Identity(SourceNode top, NativeDraft draft, ModelFile model)
    {
        var written = model.Find("identity");
        var added = written is SourceList list ? list.Items : written is null ? [] : [written];
        return List(written ?? top, draft.Identity.Concat(added));
    }

    private static IEnumerable<SourceNode> Steps(SourceNode top, NativeDraft draft, SourceNode proof)
    {
        if (draft.Files.Count > 0)
        {
            yield return Short(draft.Files[0], "fetch", List(draft.Files[0], draft.Files));
        }

        // The last step of the file may restart into the system: an emptied phone must be empty before it does.
        var kept = draft.EndsInSystem ? draft.Steps.SkipLast(1) : draft.Steps;
        foreach (var step in kept)
        {
            yield return step;
        }

        if (!draft.Wipes)
        {
            yield return Short(top, "erase", Text(top, "userdata"));
        }

        yield return draft.EndsInSystem ? draft.Steps[^1] : Short(top, "reboot", Text(top, "system"));
        if (proof is not SourceScalar { Text: "none" })
        {
            yield return Step(top, "verify-boot", [("proof", proof), ("within", Text(top, FirstStart))]);
        }
    }

    // "google/lynx" and script.txt make "script-lynx".
    private string NameOf(ModelFile model)
    {
        var codename = (model.Find("model") as SourceScalar)?.Text.Split('/')[^1].ToLowerInvariant() ?? "";
        var word = string.Concat(codename.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');
        return $"{Path.GetFileNameWithoutExtension(recipe.Name)}-{(word.Length is 0 or > 40 ? "model" : word)}";
    }
}
