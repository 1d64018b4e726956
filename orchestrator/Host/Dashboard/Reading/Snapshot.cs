using Espero.Orchestrator.Fleet;
using Espero.Orchestrator.Jobs;

namespace Espero.Orchestrator.Dashboard.Reading;

/// <summary>What the first page is made of, as it was read.</summary>
/// <param name="Jobs">Every open job, every job of a plugged phone, and the lately ended ones.</param>
/// <param name="Failed">The latest first.</param>
/// <param name="Ended">Those that did not fail, the latest first.</param>
internal sealed record Snapshot(
    IReadOnlyList<StationView> Stations,
    IReadOnlyDictionary<Guid, PhoneView> Phones,
    IReadOnlyDictionary<Guid, JobView> Jobs,
    IReadOnlyList<JobView> Open,
    IReadOnlyList<JobView> Failed,
    IReadOnlyList<JobView> Ended);
