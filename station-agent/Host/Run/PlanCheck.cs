using System.Collections.Immutable;
using Espero.Station.Domain.Flashing;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Images;
using Espero.Station.Watch;

namespace Espero.Station.Run;

/// <summary>Puts together what the preflight asks about: the plan, the phone, the station's disk.</summary>
internal sealed class PlanCheck(IImageFiles images)
{
    /// <summary>Every reason against the plan; empty when all checks hold.</summary>
    public ImmutableArray<Refusal> Run(Plan.V1.Plan plan, PhoneSight phone) => PreflightCheck.Run(
        new PreflightSubject(plan, PlanLook.FactsOf(phone))
        {
            UnpackedBytes = UnpackedSizes.Of(plan, images),
            FreeDiskBytes = (ulong)Math.Max(0, images.FreeBytes),
            BytesToFetch = (ulong)plan.Files.Where(file => !PlanFiles.MadeHere(plan).Contains(file.Name)).Select(ImageFile.From).DistinctBy(file => file.Hash).Sum(images.MissingBytes),
        });
}
