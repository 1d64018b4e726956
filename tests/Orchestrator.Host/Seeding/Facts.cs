using Espero.Orchestrator.Contracts;

namespace Espero.Orchestrator.Host.Tests.Seeding;

/// <summary>Facts of one station's journal, as short as a test wants to say them.</summary>
internal static class Facts
{
    public const string Journal = "journal-1";

    public static StationFact Begun(long sequence, Guid jobId, long epoch) => At(sequence) with
    {
        AttemptBegun = new(jobId, epoch, Guid.Empty, "tcp:127.0.0.1:1"),
    };

    public static StationFact Step(long sequence, Guid jobId, long epoch, string stepId) => At(sequence) with
    {
        StepEnded = new(jobId, epoch, stepId, "done", TimeSpan.FromSeconds(1), 4096),
    };

    public static StationFact Ended(long sequence, Guid jobId, long epoch, string outcome, string? failureClass = null) => At(sequence) with
    {
        AttemptEnded = new(jobId, epoch, outcome, "none", failureClass, null, "what was seen", true, null, "the log", TimeSpan.FromMinutes(2)),
    };

    public static StationFact Interrupted(long sequence, Guid jobId, long epoch, bool passedPointOfNoReturn) => At(sequence) with
    {
        AttemptInterrupted = new(jobId, epoch, "station-stopped", "flash-boot", passedPointOfNoReturn),
    };

    public static StationFact Inspected(long sequence, Guid jobId, long epoch, string finding) => At(sequence) with
    {
        PhoneInspected = new(jobId, epoch, finding, "looked"),
    };

    public static StationFact HandsNeeded(long sequence, Guid jobId, long epoch, TimeSpan within) => At(sequence) with
    {
        HandsNeeded = new(
            jobId, epoch, "hands", "open-sideload", "", ["touch"], NotBefore: null, At(sequence).StationTime + within),
    };

    public static StationFact HandsDone(long sequence, Guid jobId, long epoch, string? saidBy = null) => At(sequence) with
    {
        HandsDone = new(jobId, epoch, "hands", saidBy),
    };

    private static StationFact At(long sequence) => new()
    {
        StationId = MigratedDatabase.Station,
        JournalId = Journal,
        Sequence = sequence,
        StationTime = DateTimeOffset.UnixEpoch.AddSeconds(sequence),
        BootId = "boot-1",
        MonotonicMs = sequence * 1000,
    };
}
