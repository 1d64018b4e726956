namespace Espero.Orchestrator.Contracts;

/// <summary>How an attempt ended. Final: a station never takes it back.</summary>
/// <param name="Outcome">succeeded, written, failed or cancelled.</param>
/// <param name="Proof">none, seen-by-person, seen-on-usb, bootloader-says-so or read-back.</param>
/// <param name="FailureClass">A class of the catalogue of failures; null unless failed.</param>
/// <param name="Detail">What the phone or the station said, in English, without serials.</param>
/// <param name="LogTail">At most the last 8 KiB of the attempt's log.</param>
public sealed record AttemptEnded(
    Guid JobId,
    long Epoch,
    string Outcome,
    string Proof,
    string? FailureClass,
    string? StepId,
    string? Detail,
    bool PassedPointOfNoReturn,
    byte[]? LogSha256,
    string? LogTail,
    TimeSpan Took);
