using System.Globalization;
using Espero.Station.Recipes.Vocabulary;
using Espero.Station.Recipes.Words;
using Espero.Station.Run;

namespace Espero.Station.Workbench;

/// <summary>Shows a plan to a person: its steps, their bytes, and the place that nothing comes back from.</summary>
internal sealed class PlanPrinter(Surroundings surroundings)
{
    public async Task PrintAsync(Plan.V1.Plan plan)
    {
        var passed = false;
        foreach (var step in plan.Steps)
        {
            if (!passed && PointOfNoReturn.LeadsBehind(step))
            {
                passed = true;
                await surroundings.Talk.WriteLineAsync(surroundings.Say(
                    "------ from here on the phone's data is lost ------", "------ à partir d'ici, les données du téléphone sont perdues ------"));
            }

            var bytes = PlanSize.Of(plan, step);
            var size = bytes > 0 ? string.Create(CultureInfo.InvariantCulture, $"  {bytes / 1048576.0:0.0} MiB") : "";
            await surroundings.Talk.WriteLineAsync($"  {step.Id}{size}");
        }
    }
}
