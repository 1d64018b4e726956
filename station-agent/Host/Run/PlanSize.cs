using Espero.Plan.V1;

namespace Espero.Station.Run;

/// <summary>How many bytes will be written.</summary>
internal static class PlanSize
{
    public static long Of(Plan.V1.Plan plan) => plan.Steps.Sum(step => Of(plan, step));

    public static long Of(Plan.V1.Plan plan, Step step)
    {
        if (step.VerbCase is not Step.VerbOneofCase.Flash
            || plan.Files.FirstOrDefault(file => file.Name == step.Flash.FileName) is not { } file)
        {
            return 0;
        }

        return (step.Flash.Slot is Slot.Both ? 2 : 1) * (long)file.SizeBytes;
    }
}
