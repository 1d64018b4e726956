using System.Collections.Immutable;
using Espero.Station.Domain.Flashing;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Images;
using Espero.Station.Watch;

namespace Espero.Station.Run;

/// <summary>Puts together what the preflight asks about: the plan, the phone, the station's PC.</summary>
internal sealed class PlanCheck(IImageFiles images, StationSelf self)
{
    private readonly ImageProofs _proofs = new(images);

    /// <summary>Every reason against the plan; empty when all checks hold.</summary>
    /// <param name="fromStepId">The first step that was not carried out; empty before any was.</param>
    public ImmutableArray<Refusal> Run(Plan.V1.Plan plan, PhoneSight phone, string fromStepId = "") =>
        PreflightCheck.Run(Subject(plan, phone, fromStepId));

    /// <summary>Every reason against the plan but what the person who will release the phone can still say.</summary>
    public ImmutableArray<Refusal> RunBeforeRelease(Plan.V1.Plan plan, PhoneSight phone) =>
        PreflightCheck.Run(Subject(plan, phone) with { AwaitsRelease = true });

    public PreflightSubject Subject(Plan.V1.Plan plan, PhoneSight phone, string fromStepId = "")
    {
        var madeHere = PlanFiles.MadeHere(plan);
        var vbmeta = _proofs.VbmetaOf(plan);
        return new PreflightSubject(plan, PlanLook.FactsOf(phone))
        {
            Mode = phone.Mode,
            FromStepId = fromStepId,
            UnpackedBytes = UnpackedSizes.Of(plan, images),
            FreeDiskBytes = (ulong)Math.Max(0, images.FreeBytes),
            FreeMemoryBytes = self.FreeMemoryBytes,
            Now = self.Now,
            BytesToFetch = (ulong)plan.Files
                .Where(file => !madeHere.Contains(file.Name))
                .Select(ImageFile.From)
                .DistinctBy(file => file.Hash)
                .Sum(images.MissingBytes),
            Vbmeta = vbmeta,
            VerifiedImages = _proofs.VerifiedOf(plan, vbmeta.Values),
        };
    }
}
