using System.Collections.Immutable;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Importing.Ubports;

/// <summary>
/// Reads a device file of the UBports Installer (its schema, version 2). It asks people to choose: whether to wipe, which
/// variant. Espero wipes always when the system changes, and makes one recipe for each variant whose steps differ.
/// </summary>
internal static class UbportsImporter
{
    public const string DataSet = "ubports-installer-configs";

    public static IEnumerable<RecipeDraft> Read(SourceMap map, ImportScope scope)
    {
        var values = new ValueReader(scope.Errors);
        if (values.Find(map, "codename") is not SourceScalar codename || ImportedModel.Find(scope, DataSet) is not { } model)
        {
            scope.Errors.Add(map, ImportComplaints.NoModel(scope.FileName));
            yield break;
        }

        foreach (var system in map.Maps("operating_systems"))
        {
            if (UbportsChoices.Of(system) is not { } choices)
            {
                scope.Errors.Add(system, ImportComplaints.TooManyChoices);
                continue;
            }

            var leftOut = UbportsLeftOut.Of(system, choices);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var choice in choices)
            {
                var steps = UbportsSteps.Read(map, system, choice, scope);
                if (seen.Add(steps.Fingerprint))
                {
                    var suffix = seen.Count == 1 ? "" : $"-{choice.Word}";
                    yield return Draft(codename, model, system, steps, suffix, leftOut);
                }
            }
        }
    }

    private static RecipeDraft Draft(
        SourceScalar codename, ModelFacts model, SourceMap system, UbportsRun steps, string suffix, ImmutableArray<string> leftOut)
    {
        var title = system.Text("name") ?? "";
        return new RecipeDraft
        {
            Name = RecipeName.Of($"{codename.Text} {title}{suffix}"),
            Model = model.Id,
            System = title,
            Identity = ModelIdentity.Of(codename, model),
            Files = [.. steps.Files],
            Steps = [.. steps.Steps],
            LeftOut = leftOut,
        };
    }
}
