namespace Espero.Orchestrator.Domain.Jobs;

/// <summary>What the success of an older attempt does to its job.</summary>
public enum LateSuccess
{
    /// <summary>The newer attempt has not been granted: the phone carries the system, so the job is done.</summary>
    ClosesTheJob,

    /// <summary>The newer attempt may be writing: a person must know.</summary>
    AlertsAPerson,

    /// <summary>The job has ended since.</summary>
    ChangesNothing,
}

/// <summary>Judges the success of an older attempt.</summary>
public static class LateSuccessRule
{
    public static LateSuccess Judge(JobState state) => state switch
    {
        JobState.Waiting or JobState.Queued or JobState.Offered => LateSuccess.ClosesTheJob,
        JobState.Granted or JobState.Interrupted => LateSuccess.AlertsAPerson,
        JobState.Succeeded or JobState.Written or JobState.Failed or JobState.Cancelled => LateSuccess.ChangesNothing,
    };
}
