using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;

namespace Espero.Station.Domain.Tests.Flashing;

/// <summary>A run as a station leads it, where every check is clear.</summary>
internal static class CheckedRun
{
    private static readonly PreflightReport Clear = new([], []);

    /// <summary>The next move that is no check.</summary>
    public static RunMove Next(this PlanRun run, PhoneFacts facts)
    {
        RunMove move;
        while ((move = run.Next(facts, PhoneMode.Bootloader)) is RunMove.Check)
        {
            run.ReportChecked(Clear, PhoneMode.Bootloader);
        }

        return move;
    }
}
