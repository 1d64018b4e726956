namespace Espero.Orchestrator.Jobs;

/// <summary>What became of a cancellation.</summary>
/// <param name="Cancelled">False: the station was asked, and its answer decides.</param>
internal sealed record CancelResult(JobView Job, bool Cancelled);
