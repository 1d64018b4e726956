using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;

namespace Espero.Station.Domain.Tests.Flashing;

/// <summary>A run as a station leads it, where every check is clear.</summary>
internal static class CheckedRun
{
    private static readonly PreflightReport Clear = new([], []);

    /// <summary>The next move that is no check, and no look before one.</summary>
    public static RunMove Next(this PlanRun run, PhoneFacts facts)
    {
        while (true)
        {
            switch (run.Next(facts, PhoneMode.Bootloader))
            {
                case RunMove.Check:
                    run.ReportChecked(Clear, PhoneMode.Bootloader);
                    break;
                case RunMove.Do(var look) when LookSteps.IsOne(look):
                    run.ReportDone();
                    break;
                case var move:
                    return move;
            }
        }
    }
}
