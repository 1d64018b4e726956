using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;
using Espero.Station.Images;
using Espero.Station.Watch;

namespace Espero.Station.Run;

/// <summary>Puts together what the preflight asks about: the plan, the phone, the station's PC.</summary>
internal sealed class PlanCheck(IImageFiles images, StationSelf self)
{
    private readonly ImageProofs _proofs = new(images);
    private readonly ImageShapes _shapes = new(images);

    /// <summary>Every reason against the plan; empty when all checks hold.</summary>
    public async Task<ImmutableArray<Refusal>> RunAsync(Plan.V1.Plan plan, PhoneSight phone, CancellationToken cancellationToken) =>
        PreflightCheck.Run(await SubjectAsync(plan, phone, cancellationToken));

    /// <summary>The same, with all that the phone told in this mode and in those before.</summary>
    public async Task<ImmutableArray<Refusal>> RunAsync(
        Plan.V1.Plan plan, PhoneMode mode, PhoneFacts facts, CancellationToken cancellationToken) =>
        PreflightCheck.Run(await SubjectAsync(plan, mode, facts, cancellationToken));

    /// <summary>Every reason against the plan but what the person who will release the phone can still say.</summary>
    public async Task<ImmutableArray<Refusal>> RunBeforeReleaseAsync(
        Plan.V1.Plan plan, PhoneSight phone, CancellationToken cancellationToken) =>
        PreflightCheck.Run(await SubjectAsync(plan, phone, cancellationToken) with { AwaitsRelease = true });

    /// <summary>With the whole plan ahead.</summary>
    public Task<PreflightSubject> SubjectAsync(Plan.V1.Plan plan, PhoneSight phone, CancellationToken cancellationToken) =>
        SubjectAsync(plan, phone.Mode, PlanLook.FactsOf(phone), cancellationToken);

    /// <summary>The same, with all that the phone told in this mode and in those before.</summary>
    public async Task<PreflightSubject> SubjectAsync(
        Plan.V1.Plan plan, PhoneMode mode, PhoneFacts facts, CancellationToken cancellationToken)
    {
        var madeHere = PlanFiles.MadeHere(plan);
        var vbmeta = _proofs.VbmetaOf(plan);
        var (unpackedBytes, broken) = _shapes.Of(plan);
        return new PreflightSubject(plan, facts)
        {
            Mode = mode,
            UnpackedBytes = unpackedBytes,
            BrokenFiles = broken,
            FreeDiskBytes = (ulong)Math.Max(0, images.FreeBytes),
            FreeMemoryBytes = self.FreeMemoryBytes,
            Now = self.Now,
            BytesToFetch = (ulong)plan.Files
                .Where(file => !madeHere.Contains(file.Name))
                .Select(ImageFile.From)
                .DistinctBy(file => file.Hash)
                .Sum(images.MissingBytes),
            Vbmeta = vbmeta,
            VerifiedImages = await _proofs.VerifiedOfAsync(plan, vbmeta.Values, cancellationToken),
        };
    }
}
