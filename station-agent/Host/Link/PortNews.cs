using Espero.Station.V1;
using Espero.Station.Watch;

namespace Espero.Station.Link;

/// <summary>Which ports look otherwise than the orchestrator was last told. Changes in between are left out: newest wins.</summary>
internal sealed class PortNews(PortBoard board)
{
    private readonly Dictionary<string, PhoneSight?> _told = new(StringComparer.Ordinal);

    public PortsSeen All()
    {
        var seen = new PortsSeen();
        foreach (var sight in board.Ports)
        {
            _told[sight.Port.Path] = sight.Phone;
            seen.Ports.Add(PortPicture.Of(sight));
        }

        return seen;
    }

    public IEnumerable<PortChanged> Changes()
    {
        foreach (var sight in board.Ports)
        {
            if (!ReferenceEquals(_told.GetValueOrDefault(sight.Port.Path), sight.Phone))
            {
                _told[sight.Port.Path] = sight.Phone;
                yield return new PortChanged { Port = PortPicture.Of(sight) };
            }
        }
    }
}
