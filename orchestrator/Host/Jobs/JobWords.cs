using Espero.Orchestrator.Domain.Jobs;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Jobs;

/// <summary>The words people read for the states of a job.</summary>
internal static class JobWords
{
    public static Sentence Of(JobState state) => state switch
    {
        JobState.Waiting => new("waiting", "en attente"),
        JobState.Queued => new("queued", "prête"),
        JobState.Offered => new("offered", "proposée au poste"),
        JobState.Granted => new("running", "en cours"),
        JobState.Interrupted => new("interrupted", "à regarder"),
        JobState.Succeeded => new("succeeded", "réussi, vu en marche"),
        JobState.Written => new("written, not verified", "écrit, non vérifié"),
        JobState.Failed => new("failed", "raté"),
        JobState.Cancelled => new("cancelled", "annulé"),
    };
}
