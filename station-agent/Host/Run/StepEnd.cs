using Espero.Plan.V1;
using Espero.Station.Recipes.Failures;
using Espero.Station.Watch;

namespace Espero.Station.Run;

/// <summary>How one step ended, and why when it failed.</summary>
/// <param name="FailureClass">A code of the catalogue of failures; empty unless failed.</param>
/// <param name="Detail">In English; may still hold a serial, which the log takes out.</param>
/// <param name="Proof">How surely a verify-boot saw the system.</param>
internal readonly record struct StepEnd(
    StepEndKind Kind, string FailureClass, string Detail, long WrittenBytes, Proof Proof = Proof.None)
{
    public static StepEnd Done { get; } = new(StepEndKind.Done, "", "", 0);

    public static StepEnd PassedOver { get; } = new(StepEndKind.PassedOver, "", "", 0);

    public static StepEnd Cancelled { get; } = new(StepEndKind.Cancelled, "", "", 0);

    public static StepEnd PhoneChanged { get; } = new(StepEndKind.PhoneChanged, "", "Another phone answers on the port.", 0);

    public static StepEnd ConversationOver { get; } = Failed(FailureCode.CableLost, "The conversation with the phone had ended.");

    public bool LetsGoOn => Kind is StepEndKind.Done or StepEndKind.PassedOver;

    public static StepEnd Of(TalkError error) =>
        error.IsCancelled ? Cancelled
        : error.FailureClass is FailureCode.PhoneChanged ? PhoneChanged
        : Failed(error.FailureClass, error.Text);

    public static StepEnd Wrote(long bytes) => Done with { WrittenBytes = bytes };

    public static StepEnd Saw(Proof proof) => Done with { Proof = proof };

    public static StepEnd Failed(string failureClass, string detail) => new(StepEndKind.Failed, failureClass, detail, 0);
}
