namespace Espero.Orchestrator.Database;

/// <summary>A parked attempt waits for a person, and its station has said until when: it holds no lease timer and no flash slot.</summary>
internal static class ParkedAttempts
{
    /// <summary>The open requests of a job's current attempt.</summary>
    /// <param name="job">What the statement calls the job's row.</param>
    /// <param name="now">The parameter that holds the time, such as <c>$1</c>.</param>
    public static string Of(string job, string now) => $"""
        select from hands
        where hands.job_id = {job}.job_id and hands.epoch = {job}.epoch and {job}.state = 'granted'
            and hands.done_at is null and hands.parked_until > {now}
        """;
}
