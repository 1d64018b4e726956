using System.Collections.Frozen;
using Espero.Operations.V1;
using Espero.Orchestrator.Domain.Releases;
using Espero.Plan.V1;
using JobState = Espero.Orchestrator.Domain.Jobs.JobState;
using WaitsFor = Espero.Orchestrator.Domain.Jobs.WaitsFor;
using WireState = Espero.Operations.V1.JobState;
using WireWaitsFor = Espero.Operations.V1.WaitsFor;

namespace Espero.Orchestrator.Operations;

/// <summary>The words of the domain and of the tables, as the protos number them, and back.</summary>
internal static class ProtoWords
{
    private static readonly FrozenDictionary<string, Proof> Proofs = new Dictionary<string, Proof>
    {
        ["none"] = Proof.None,
        ["seen-by-person"] = Proof.SeenByPerson,
        ["seen-on-usb"] = Proof.SeenOnUsb,
        ["bootloader-says-so"] = Proof.BootloaderSaysSo,
        ["read-back"] = Proof.ReadBack,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, PhoneMode> Modes = Enum.GetValues<PhoneMode>()
        .ToFrozenDictionary(mode => mode.ToString(), StringComparer.OrdinalIgnoreCase);

    public static WireState ToProto(JobState state) => state switch
    {
        JobState.Waiting => WireState.Waiting,
        JobState.Queued => WireState.Queued,
        JobState.Offered => WireState.Offered,
        JobState.Granted => WireState.Granted,
        JobState.Interrupted => WireState.Interrupted,
        JobState.Succeeded => WireState.Succeeded,
        JobState.Written => WireState.Written,
        JobState.Failed => WireState.Failed,
        JobState.Cancelled => WireState.Cancelled,
    };

    /// <summary>Null for "not said" and for numbers this version does not know.</summary>
    public static JobState? FromProto(WireState state) => Enum.GetValues<JobState>().Cast<JobState?>().FirstOrDefault(known => ToProto(known!.Value) == state);

    public static WireWaitsFor ToProto(WaitsFor? waitsFor) => waitsFor switch
    {
        WaitsFor.Phone => WireWaitsFor.Phone,
        WaitsFor.Release => WireWaitsFor.Release,
        WaitsFor.Date => WireWaitsFor.Date,
        WaitsFor.Hands => WireWaitsFor.Hands,
        WaitsFor.Maker => WireWaitsFor.Maker,
        null => WireWaitsFor.Unspecified,
    };

    public static Basis ToProto(ReleaseBasis basis) => basis switch
    {
        ReleaseBasis.OwnerPresent => Basis.OwnerPresent,
        ReleaseBasis.DonatedLot => Basis.DonatedLot,
        ReleaseBasis.Blank => Basis.Blank,
    };

    public static ReleaseBasis? FromProto(Basis basis) =>
        Enum.GetValues<ReleaseBasis>().Cast<ReleaseBasis?>().FirstOrDefault(known => ToProto(known!.Value) == basis);

    /// <summary>From the tables' spelling.</summary>
    public static Proof ProofOf(string? word) => word is not null && Proofs.TryGetValue(word, out var proof) ? proof : Proof.Unspecified;

    /// <summary>From the tables' spelling.</summary>
    public static PhoneMode ModeOf(string? word) => word is not null && Modes.TryGetValue(word, out var mode) ? mode : PhoneMode.Unspecified;

    /// <summary>An outcome in the tables' spelling is the end it led the job to.</summary>
    public static WireState OutcomeOf(string? word) =>
        word is not null && Enum.TryParse<JobState>(word, ignoreCase: true, out var state) ? ToProto(state) : WireState.Unspecified;
}
