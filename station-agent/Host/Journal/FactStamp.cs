using Espero.Station.V1;
using Google.Protobuf.WellKnownTypes;

namespace Espero.Station.Journal;

/// <summary>Puts the station's clocks on a fact. Shown to people, never used to order or to judge.</summary>
internal sealed class FactStamp(TimeProvider time, string bootId)
{
    public string BootId { get; } = bootId;

    public static FactStamp OfThisPc(TimeProvider time) => new(time, File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim());

    public void Put(Fact fact)
    {
        fact.StationTime = time.GetUtcNow().ToTimestamp();
        fact.BootId = BootId;
        fact.MonotonicTime = time.GetElapsedTime(0).ToDuration(); // CLOCK_MONOTONIC counts from the PC's start
    }
}
