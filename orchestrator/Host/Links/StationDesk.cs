using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Espero.Orchestrator.Links;

/// <summary>Who is linked to this replica, and the way to speak to them. The newest link of a station takes its seat.</summary>
internal sealed class StationDesk(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Seat> _seats = new();

    /// <summary>Every seat that is taken now.</summary>
    public IReadOnlyCollection<Seat> Seats => [.. _seats.Values];

    public bool IsLinked(string stationId) => _seats.ContainsKey(stationId);

    public Seat Take(LinkedStation station, ChannelWriter<StationOrder> orders, Action leave)
    {
        var seat = new Seat(station, orders, leave, time);
        Seat? replaced = null;
        _seats.AddOrUpdate(station.StationId, seat, (_, older) =>
        {
            replaced = older;
            return seat;
        });
        replaced?.Leave();
        return seat;
    }

    /// <summary>Gives the seat back, unless a newer link has taken it.</summary>
    public void Vacate(Seat seat) => _seats.TryRemove(new(seat.Station.StationId, seat));

    /// <summary>False when the station is not linked here or its orders pile up; the order's row stays and is said again.</summary>
    public bool TrySend(string stationId, StationOrder order) =>
        _seats.TryGetValue(stationId, out var seat) && seat.Orders.TryWrite(order);

    /// <summary>Only now may the station forget.</summary>
    public void Recorded(string stationId, string journalId, long recordedSequence)
    {
        if (_seats.TryGetValue(stationId, out var seat) && seat.Station.JournalId == journalId)
        {
            seat.Orders.TryWrite(new StationOrder.Recorded(journalId, recordedSequence));
        }
    }
}
