using Espero.Station.Journal;
using Espero.Station.V1;
using Microsoft.Extensions.Logging.Abstractions;

namespace Espero.Station.Host.Tests.Journal;

internal static class JournalRig
{
    public static readonly AttemptId Attempt = new("01890000-0000-7000-8000-000000000001", 1);

    public static StationJournal Open(IJournalDisk disk, JournalOptions? options = null, TimeProvider? time = null) => StationJournal.Open(
        disk,
        options ?? new JournalOptions(),
        time ?? TimeProvider.System,
        new FactStamp(time ?? TimeProvider.System, "boot"),
        NullLogger<StationJournal>.Instance);

    public static Fact Prepared(string jobId) => new() { PhonePrepared = new PhonePrepared { JobId = jobId, PhoneId = "phone" } };

    public static Fact Begun(AttemptId attempt) =>
        new() { AttemptBegun = new AttemptBegun { Attempt = attempt.ToKey(), PhoneId = "phone", PortPath = "tcp:127.0.0.1:1" } };

    public static List<string> JobsAfter(StationJournal journal, ulong sequence)
    {
        using var reader = journal.ReadAfter(sequence);
        return [.. reader.Read(int.MaxValue).Select(fact => fact.PhonePrepared.JobId)];
    }
}
