using System.Globalization;
using Espero.Plan.V1;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Run.Verbs;

/// <summary>Records what is known and sees what can be seen. Changes nothing.</summary>
internal sealed class ProofVerbs(AttemptKit kit, GateVerbs gates)
{
    // Every file system keeps its head there; reading gigabytes back would take minutes.
    private const long ProbedBytes = 1 << 20;
    private readonly BootProof _boot = new(kit, gates);

    public async Task<StepEnd> SnapshotAsync(CancellationToken cancellationToken)
    {
        var end = await kit.Hand.LookAsync(cancellationToken);
        if (end.LetsGoOn)
        {
            var facts = kit.Hand.Facts.All.Where(fact => !PersonalFacts.IsPersonal(fact.Key));
            foreach (var (name, value) in facts.OrderBy(fact => fact.Key, StringComparer.Ordinal))
            {
                kit.Log.Write(string.Create(CultureInfo.InvariantCulture, $"fact {name} = {value}"));
            }
        }

        return end;
    }

    public Task<StepEnd> CheckpointAsync(Checkpoint checkpoint)
    {
        kit.Log.Write($"checkpoint {checkpoint.Name}");
        return Task.FromResult(StepEnd.Done);
    }

    /// <summary>
    /// Reads the beginning of a partition back, its first MiB or all of a smaller one, in the current slot where it has slots. Proves
    /// that no file system can be opened there; not that every block was overwritten.
    /// </summary>
    public static async Task<StepEnd> EraseProofAsync(FastbootSession session, EraseProof proof, CancellationToken cancellationToken)
    {
        var (names, end) = await PartitionNames.FindAsync(session, proof.Partition, Slot.Unspecified, cancellationToken);
        return end.LetsGoOn ? await EraseProofAsync(session, names.Single(), cancellationToken) : end;
    }

    public Task LeaveAsync(CancellationToken cancellationToken) => _boot.LeaveAsync(cancellationToken);

    public Task<StepEnd> VerifyBootAsync(Step step, CancellationToken cancellationToken) => _boot.RunAsync(step, cancellationToken);

    private static async Task<StepEnd> EraseProofAsync(FastbootSession session, string partition, CancellationToken cancellationToken)
    {
        var size = await session.GetPartitionSizeAsync(partition, cancellationToken);
        if (!size.Succeeded)
        {
            return size.ToStepEnd();
        }

        using var start = new MemoryStream();
        var fetched = await session.FetchPartAsync(
            partition, offsetBytes: 0, Math.Min(ProbedBytes, size.Value ?? ProbedBytes), start, cancellationToken);
        if (!fetched.Succeeded)
        {
            return fetched.ToStepEnd();
        }

        // Erased flash reads as all zeros or all ones, by its maker.
        var bytes = start.GetBuffer().AsSpan(0, (int)start.Length);
        return bytes.Length > 0 && (!bytes.ContainsAnyExcept((byte)0) || !bytes.ContainsAnyExcept((byte)0xFF))
            ? StepEnd.Done
            : StepEnd.Failed(FailureCode.DataNotWiped, $"The first {bytes.Length} bytes of {partition} are not empty.");
    }
}
