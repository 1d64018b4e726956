using Espero.Orchestrator.Domain.Jobs;

namespace Espero.Orchestrator.Jobs;

/// <summary>One move of a job.</summary>
/// <param name="Trigger">A trigger of the job's machine, or "submit".</param>
/// <param name="From">Null for the first.</param>
/// <param name="ByWhom">A person's name, a station's id or "espero".</param>
internal sealed record JobEventView(
    DateTimeOffset At, string Trigger, JobState? From, JobState To, long Epoch, string ByWhom, string? Reason);
