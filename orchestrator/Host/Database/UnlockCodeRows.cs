using Npgsql;

namespace Espero.Orchestrator.Database;

/// <summary>When the unlock code of a phone has done its work: deleted in the commit that says so.</summary>
internal static class UnlockCodeRows
{
    /// <summary>Whether a job's phone has one; for a statement whose rows have job.phone_id.</summary>
    public const string ExistsSql = "exists (select from unlock_code where unlock_code.phone_id = job.phone_id)";

    private const string ForgetSql = "delete from unlock_code where phone_id = $1";

    private const string ForgetOfJobsSql = "delete from unlock_code using job where job.job_id = any($1) and unlock_code.phone_id = job.phone_id";

    // Another one that was entered since the grant is not the one that the phone refused.
    private const string ForgetRefusedSql = """
        delete from unlock_code using job join attempt on attempt.job_id = job.job_id and attempt.epoch = job.epoch
        where job.job_id = any($1) and unlock_code.phone_id = job.phone_id and unlock_code.given_at <= coalesce(attempt.granted_at, 'infinity')
        """;

    // The phone went away without a word, and nobody is to work with it.
    private const string ForgetOldSql = """
        delete from unlock_code
        where given_at < $1 and not exists (
            select from job where job.phone_id = unlock_code.phone_id
                and job.state in ('waiting', 'queued', 'offered', 'granted', 'interrupted'))
        """;

    /// <returns>False when the phone has none.</returns>
    public static async Task<bool> ForgetAsync(NpgsqlConnection connection, Guid phoneId, CancellationToken cancellationToken) =>
        await connection.Statement(ForgetSql, phoneId).RunAsync(cancellationToken) == 1;

    /// <summary>The phones of these jobs are open by now.</summary>
    public static Task<int> ForgetOfJobsAsync(NpgsqlConnection connection, Guid[] jobIds, CancellationToken cancellationToken) =>
        connection.Statement(ForgetOfJobsSql, jobIds).RunAsync(cancellationToken);

    /// <summary>The phones of these jobs have refused what came with the grant. Sent again, it might lock them for good.</summary>
    public static Task<int> ForgetRefusedAsync(NpgsqlConnection connection, Guid[] jobIds, CancellationToken cancellationToken) =>
        connection.Statement(ForgetRefusedSql, jobIds).RunAsync(cancellationToken);

    /// <summary>Codes given before a moment, of phones with which nobody works any more.</summary>
    public static Task<int> ForgetOldAsync(NpgsqlConnection connection, DateTimeOffset before, CancellationToken cancellationToken) =>
        connection.Statement(ForgetOldSql, before).RunAsync(cancellationToken);
}
