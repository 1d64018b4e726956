using System.Collections.Immutable;

namespace Espero.Station.Protocols.Odin;

/// <summary>
/// A Samsung phone during one stay in download mode. A phone gives one session per stay: after a failure that loses it, and after
/// <see cref="RebootAsync"/>, the phone must enter download mode anew and gets a new instance. One operation at a time.
/// </summary>
public interface IDownloadMode
{
    /// <summary>Why no operation can even be begun on this PC; null when it can. Asks nothing of the phone.</summary>
    OdinError? Absence { get; }

    /// <summary>Whether a phone in download mode can be seen. Asks the bus only and takes no session.</summary>
    Task<OdinResult<bool>> DetectAsync(CancellationToken cancellationToken);

    /// <summary>Reads the phone's partition table.</summary>
    Task<OdinResult<PitTable>> ReadPitAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Checks every image against the phone's table, then writes them in this order. The phone stays in download mode: a recovery
    /// must be entered by keys before Android runs, or Android replaces it.
    /// </summary>
    Task<OdinResult<ImmutableArray<string>>> FlashAsync(
        ImmutableArray<OdinImage> images, PitTable table, IProgress<OdinProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Ends the session and restarts the phone.</summary>
    Task<OdinResult<bool>> RebootAsync(CancellationToken cancellationToken);
}
