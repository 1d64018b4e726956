using System.Collections.Concurrent;
using Espero.Station.V1;
using Espero.Station.Watch;

namespace Espero.Station.Run;

/// <summary>Who the orchestrator said is on each port, and by which serial it was known then.</summary>
internal sealed class MatchedPhones(PortBoard board)
{
    private readonly ConcurrentDictionary<string, (string PhoneId, string Serial)> _matches = new(StringComparer.Ordinal);

    public void Learn(PhoneMatched match) =>
        _matches[match.PortPath] = (match.PhoneId, board.PhoneOn(match.PortPath)?.Serial ?? "");

    /// <summary>The serial this phone had when it was matched on the port; empty when nothing is known against it.</summary>
    public string SerialOf(string phoneId, string portPath) =>
        _matches.TryGetValue(portPath, out var match) && match.PhoneId == phoneId ? match.Serial : "";

    /// <summary>Whether the port is known to hold another phone, or none.</summary>
    public bool IsGone(Work work) =>
        board.PhoneOn(work.PortPath) is not { IsUsable: true } phone
        || (_matches.TryGetValue(work.PortPath, out var match)
            && (match.PhoneId != work.PhoneId || (match.Serial.Length > 0 && phone.Serial.Length > 0 && match.Serial != phone.Serial)));
}
