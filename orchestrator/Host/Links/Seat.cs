using System.Threading.Channels;

namespace Espero.Orchestrator.Links;

/// <summary>One link of one station.</summary>
internal sealed class Seat
{
    private readonly Action _leave;
    private readonly TimeProvider _time;
    private long _lastHeardTicks;

    public Seat(LinkedStation station, ChannelWriter<StationOrder> orders, Action leave, TimeProvider time)
    {
        Station = station;
        Orders = orders;
        _leave = leave;
        _time = time;
        Heard();
    }

    public LinkedStation Station { get; }

    public ChannelWriter<StationOrder> Orders { get; }

    public DateTimeOffset LastHeardAt => new(Interlocked.Read(ref _lastHeardTicks), TimeSpan.Zero);

    public void Heard() => Interlocked.Exchange(ref _lastHeardTicks, _time.GetUtcNow().UtcTicks);

    /// <summary>Ends the link: a newer one has come, or it can no longer be trusted.</summary>
    public void Leave() => _leave();
}
