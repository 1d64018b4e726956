using System.Collections.Immutable;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Words;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Native;

/// <summary>flashfile.xml: a header about the phone and its software, then one operation a step.</summary>
internal static class FlashfileReader
{
    // Each element with the attributes it may have; the header's speak to Motorola's own tools, except for the model.
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> Elements = new Dictionary<string, ImmutableArray<string>>
    {
        ["flashing"] = [],
        ["header"] = [],
        ["phone_model"] = ["model"],
        ["software_version"] = ["version"],
        ["subsidy_lock_config"] = ["MD5", "SHA1", "name"],
        ["regulatory_config"] = ["MD5", "SHA1", "name"],
        ["sparsing"] = ["enabled", "max-sparse-size"],
        ["interfaces"] = [],
        ["interface"] = ["name"],
        ["steps"] = ["interface"],
        ["parts"] = [],
        ["step"] = ["operation", "partition", "filename", "var", .. FileDigests.Algorithms],
        ["part"] = ["operation", "partition", "filename", "var", .. FileDigests.Algorithms],
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly ImmutableArray<string> Operations =
        ["flash", "erase", "getvar", "oem", "boot", "continue", "reboot", "reboot-bootloader", "powerdown"];

    public static void Read(RecipeFile recipe, NativeDraft draft)
    {
        var elements = FlashfileXml.Read(recipe.Text, draft.Errors);
        foreach (var element in elements.Where(element => IsKnown(element, draft.Errors)))
        {
            if (element is { Name.Text: "phone_model" } && element.Find("model") is { } model)
            {
                draft.Identify(Test(model, "getvar.product", model));
            }
            else if (element.Name.Text is "step" or "part")
            {
                ReadStep(element, draft);
            }
        }

        if (draft.Errors.IsEmpty && draft.Steps.Count == 0)
        {
            draft.Errors.Add(1, 1, NativeComplaints.NoStep);
        }
    }

    private static bool IsKnown(FlashfileElement element, ErrorList errors)
    {
        if (!Elements.TryGetValue(element.Name.Text, out var valid))
        {
            errors.Add(element.Name, NativeComplaints.UnknownElement(element.Name.Text, NearestWord.To(element.Name.Text, Elements.Keys)));
            return false;
        }

        foreach (var attribute in element.Attributes.Where(attribute => !valid.Contains(attribute.Key.Text)))
        {
            var name = attribute.Key.Text;
            errors.Add(attribute.Key, ValueComplaints.UnknownKey(name, NearestWord.To(name, valid), valid));
        }

        return true;
    }

    private static void ReadStep(FlashfileElement step, NativeDraft draft)
    {
        var at = step.Name;
        switch (step.Find("operation")?.Text)
        {
            case "flash" when Needed(step, "partition", draft) is { } partition && Needed(step, "filename", draft) is { } file:
                draft.Flash(at, partition, file, slot: null);
                break;
            case "erase" when Needed(step, "partition", draft) is { } partition:
                draft.Erase(at, partition);
                break;
            case "getvar" when Needed(step, "var", draft) is { } variable:
                // The phone must answer; what it says is for Motorola's own tools.
                draft.Add(Short(at, "assert", Test(variable, $"getvar.{variable.Text}", "present", "true")));
                break;
            case "oem" when Needed(step, "var", draft) is { } command:
                draft.Add(Short(at, "oem-command", command));
                break;
            case "boot" when Needed(step, "filename", draft) is { } file:
                draft.BootImage(at, file);
                break;
            case "continue":
                draft.Reboot(at, "continue");
                break;
            case "reboot":
                draft.Reboot(at, "system");
                break;
            case "reboot-bootloader":
                draft.Reboot(at, "bootloader");
                break;
            case "powerdown":
                draft.Errors.Add(step.Find("operation")!, NativeComplaints.NoPowerdown);
                break;
            case null:
                draft.Errors.Add(at, ValueComplaints.Missing("operation"));
                break;
            case var word when !Operations.Contains(word):
                draft.Errors.Add(
                    step.Find("operation")!, NativeComplaints.UnknownCommand(word, NearestWord.To(word, Operations), Operations));
                break;
        }
    }

    private static SourceScalar? Needed(FlashfileElement step, string attribute, NativeDraft draft)
    {
        var value = step.Find(attribute);
        if (value is null)
        {
            draft.Errors.Add(step.Name, ValueComplaints.Missing(attribute));
        }

        return value;
    }
}
