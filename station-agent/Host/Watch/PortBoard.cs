using System.Collections.Immutable;

namespace Espero.Station.Watch;

/// <summary>The picture of all ports: immutable, swapped whole, newest wins.</summary>
internal sealed class PortBoard(IEnumerable<PortAddress> ports)
{
    private ImmutableArray<PortSight> _ports = [.. ports.Select(port => new PortSight(port, null))];

    /// <summary>Beats at every change.</summary>
    public Pulse Changed { get; } = new();

    public ImmutableArray<PortSight> Ports => ImmutableInterlocked.InterlockedCompareExchange(ref _ports, default, default);

    public PhoneSight? PhoneOn(string path) => Ports.FirstOrDefault(sight => sight.Port.Path == path)?.Phone;

    public void Show(PortAddress port, PhoneSight? phone)
    {
        var isNews = ImmutableInterlocked.Update(ref _ports, static (sights, news) => Replace(sights, news.port, news.phone), (port, phone));
        if (isNews)
        {
            Changed.Beat();
        }
    }

    private static ImmutableArray<PortSight> Replace(ImmutableArray<PortSight> sights, PortAddress port, PhoneSight? phone)
    {
        for (var i = 0; i < sights.Length; i++)
        {
            if (sights[i].Port.Path == port.Path)
            {
                return sights[i].ShowsTheSameAs(phone) ? sights : sights.SetItem(i, new PortSight(port, phone));
            }
        }

        return sights;
    }
}
