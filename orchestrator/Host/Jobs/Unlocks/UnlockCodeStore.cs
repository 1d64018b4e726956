using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Database;
using Espero.Station.Recipes.Vocabulary;
using Espero.Station.Recipes.Words;
using Npgsql;

namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>
/// Keeps what makers gave to unlock single phones, sealed. It leaves this store in two ways only: with the grant of a job whose plan
/// needs it, and by being forgotten.
/// </summary>
internal sealed class UnlockCodeStore(NpgsqlDataSource database, UnlockCodeSeal seal, TimeProvider time)
{
    private const string HoldPhoneSql = "select phone_id from phone where phone_id = $1 for share";

    private const string KeepSql = """
        insert into unlock_code (phone_id, sealed, given_by, given_at) values ($1, $2, $3, $4)
        on conflict (phone_id) do update set sealed = excluded.sealed, given_by = excluded.given_by, given_at = excluded.given_at
        """;

    private const string ListSql = $"""
        select code.phone_id, split_part(coalesce(phone.model, ''), '/', 2), {PhoneLabel.LastFourSql}, code.given_by, code.given_at
        from unlock_code code join phone using (phone_id)
        where $1 = '' or phone.site_id = $1
        order by code.given_at, code.phone_id
        """;

    // A grant whose word was lost is said again. What was entered since does not go with it: refused, it would pass for the one
    // before, be kept, and be sent a second time.
    private const string OfJobSql = """
        select job.phone_id, code.sealed, plan.bytes
        from job join attempt on attempt.job_id = job.job_id and attempt.epoch = job.epoch
            join unlock_code code on code.phone_id = job.phone_id and code.given_at <= attempt.granted_at
            join plan on plan.plan_id = job.plan_id
        where job.job_id = $1
        for update of code
        """;

    private const string IsSentSql = "select job_id from job where phone_id = $1 and state in ('granted', 'interrupted')";

    /// <summary>The maker has answered with it: whatever was asked is answered, and the phone's job goes on.</summary>
    /// <returns>What follows for the job.</returns>
    public async Task<Answer<Sentence>> GivenAsync(Guid phoneId, GivenCode code, string by, CancellationToken cancellationToken)
    {
        if ((PersonRules.CheckName(by) ?? code.Check()) is { } refusal)
        {
            return refusal;
        }

        var (now, person) = (time.GetUtcNow(), by.Trim());
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await connection.Statement(HoldPhoneSql, phoneId).FirstAsync<Guid?>(row => row.GetGuid(0), cancellationToken) is null)
        {
            return JobRefusals.UnknownPhone(phoneId);
        }

        // The job before the code, as the grant locks them.
        await UnlockRequestStore.EndAsync(connection, phoneId, UnlockOutcome.Given, person, now, cancellationToken);
        var follows = await UnlockJobs.GoOnAsync(connection, phoneId, person, now, cancellationToken);
        await connection.Statement(KeepSql, phoneId, seal.Close(phoneId, code.Bytes.Span), person, now).RunAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return follows;
    }

    /// <summary>It was wrong, or is for another phone.</summary>
    /// <returns>The phone.</returns>
    public async Task<Answer<Guid>> TakeBackAsync(Guid phoneId, string by, CancellationToken cancellationToken)
    {
        if (PersonRules.CheckName(by) is { } refusal)
        {
            return refusal;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await UnlockCodeRows.ForgetAsync(connection, phoneId, cancellationToken))
        {
            return UnlockRefusals.NoCode(phoneId);
        }

        // Whoever is told that it is taken back must be able to count on it.
        if (await connection.Statement(IsSentSql, phoneId).FirstAsync<Guid?>(row => row.GetGuid(0), cancellationToken) is not null)
        {
            return UnlockRefusals.CodeIsSent(phoneId);
        }

        await transaction.CommitAsync(cancellationToken);
        return phoneId;
    }

    /// <summary>Whose code is at hand, the oldest first: all of them, for one left out could not be taken back.</summary>
    /// <param name="siteId">Of phones of this site; null for all.</param>
    public async Task<IReadOnlyList<UnlockCodeView>> ListAsync(string? siteId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.Statement(ListSql, siteId ?? "").AllAsync(
            row => new UnlockCodeView(
                row.GetGuid(0), PhoneLabel.Of(row.GetString(1), row.GetString(2)), row.GetString(3), row.GetFieldValue<DateTimeOffset>(4)),
            cancellationToken);
    }

    /// <summary>What goes with the grant of a job; empty when its plan needs none or none was at hand when it was granted.</summary>
    public async Task<ReadOnlyMemory<byte>> OfJobAsync(NpgsqlConnection connection, Guid jobId, CancellationToken cancellationToken)
    {
        var (phoneId, closed, plan) = await connection.Statement(OfJobSql, jobId).FirstAsync(
            row => (row.GetGuid(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2)), cancellationToken);
        if (closed is null || !Plan.V1.Plan.Parser.ParseFrom(plan).AllSteps().Any(PhoneCodes.IsNeededBy))
        {
            return default;
        }

        if (seal.Open(phoneId, closed) is { } code)
        {
            return code;
        }

        // The key is another one now: nobody can open it any more, and the station would be sent back and forth for it.
        await UnlockCodeRows.ForgetAsync(connection, phoneId, cancellationToken);
        return default;
    }
}
