using System.Collections.Concurrent;
using Espero.Station.V1;
using Espero.Station.Watch;

namespace Espero.Station.Run;

/// <summary>Who the orchestrator said is on each port, and by which serial it was known then.</summary>
internal sealed class MatchedPhones(PortBoard board, TimeProvider time)
{
    // After a start the phone is seen and matched within seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Pulse _learned = new();
    private readonly ConcurrentDictionary<string, (string PhoneId, string Serial)> _matches = new(StringComparer.Ordinal);

    public void Learn(PhoneMatched match)
    {
        _matches[match.PortPath] = (match.PhoneId, board.PhoneOn(match.PortPath)?.Serial ?? "");
        _learned.Beat();
    }

    /// <summary>
    /// The serial by which this phone was matched on the port. Empty when another phone was matched there since, or none is within
    /// 30 s: nothing may then begin, for the release is for one phone and not for a port.
    /// </summary>
    public async Task<string> SerialOfAsync(string phoneId, string portPath, CancellationToken cancellationToken)
    {
        var startedAt = time.GetTimestamp();
        while (true)
        {
            var learned = _learned.Next; // taken before looking
            if (_matches.TryGetValue(portPath, out var match) && (match.PhoneId != phoneId || match.Serial.Length > 0))
            {
                return match.PhoneId == phoneId ? match.Serial : "";
            }

            var left = Patience - time.GetElapsedTime(startedAt);
            if (left <= TimeSpan.Zero)
            {
                return "";
            }

            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(learned, Task.Delay(left, time, over.Token));
            await over.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Whether the port is known to hold another phone, or none.</summary>
    public bool IsGone(Work work) =>
        board.PhoneOn(work.PortPath) is not { IsUsable: true } phone
        || (_matches.TryGetValue(work.PortPath, out var match)
            && (match.PhoneId != work.PhoneId || (match.Serial.Length > 0 && phone.Serial.Length > 0 && match.Serial != phone.Serial)));
}
