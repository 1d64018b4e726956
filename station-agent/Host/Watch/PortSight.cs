namespace Espero.Station.Watch;

/// <summary>One port and what is on it; null when nothing is.</summary>
internal sealed record PortSight(PortAddress Port, PhoneSight? Phone)
{
    public bool ShowsTheSameAs(PhoneSight? phone) =>
        Phone is null ? phone is null : phone is not null && Phone.ShowsTheSameAs(phone);
}
