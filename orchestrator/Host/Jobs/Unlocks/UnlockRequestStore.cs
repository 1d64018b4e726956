using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;
using Espero.Orchestrator.Domain.Unlocking;
using Npgsql;

namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>Records what makers were asked and what they answered; the phone's job waits for the date and comes back by itself.</summary>
internal sealed class UnlockRequestStore(NpgsqlDataSource database, TimeProvider time)
{
    private static readonly TimeSpan LongestDue = TimeSpan.FromDays(400);

    private const string FindPhoneSql = "select coalesce(model, '') from phone where phone_id = $1";

    private const string FindAccountSql = "select vendor from unlock_account where account_id = $1 and closed_at is null";

    private const string AskSql = """
        insert into unlock_request (request_id, phone_id, vendor, account_id, asked_by, asked_at, due_at)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict do nothing
        """;

    private const string EndSql = """
        update unlock_request set outcome = $2, ended_by = $3, ended_at = $4
        where phone_id = $1 and ended_at is null
        """;

    private const string LockJobSql = $"""
        select {JobMoves.Columns} from job where phone_id = $1 and state in ('waiting', 'queued') for update
        """;

    private const string SetDateSql = $"""
        with dated as (
            update job set not_before = $2, waits_for = case when $2 > $3 then 'date' else waits_for end, changed_at = $3
            where job_id = $1 and state = 'waiting'
            returning site_id
        )
        select count(pg_notify('{JobMoves.WakeChannel}', site_id)) from dated
        """;

    /// <returns>The date at which the phone's job comes back.</returns>
    public async Task<Answer<DateTimeOffset>> AskedAsync(UnlockWish wish, CancellationToken cancellationToken)
    {
        if (PersonRules.CheckName(wish.AskedBy) is { } refusal)
        {
            return refusal;
        }

        var now = time.GetUtcNow();
        if (wish.DueAt is { } date && (date < now || date > now + LongestDue))
        {
            return UnlockRefusals.BadDate();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var rule = await RuleAsync(connection, wish, cancellationToken);
        if (!rule.IsGranted)
        {
            return rule.Refusal;
        }

        var due = wish.DueAt ?? now + rule.Value.LongestWait;
        var made = await connection.Statement(
                AskSql,
                Guid.CreateVersion7(now),
                wish.PhoneId,
                rule.Value.Vendor,
                (object?)wish.AccountId ?? DBNull.Value,
                wish.AskedBy.Trim(),
                now,
                due)
            .RunAsync(cancellationToken);
        if (made == 0)
        {
            return UnlockRefusals.AlreadyAsked(wish.PhoneId);
        }

        await PostponeAsync(connection, wish.PhoneId, wish.AskedBy.Trim(), due, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due;
    }

    /// <summary>The maker has answered: the phone's job goes on now.</summary>
    public async Task<Answer<Guid>> AnsweredAsync(Guid phoneId, UnlockOutcome outcome, string by, CancellationToken cancellationToken)
    {
        if (PersonRules.CheckName(by) is { } refusal)
        {
            return refusal;
        }

        var now = time.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await connection.Statement(EndSql, phoneId, Words.Of(outcome), by.Trim(), now).RunAsync(cancellationToken) == 0)
        {
            return UnlockRefusals.NothingAsked(phoneId);
        }

        await PostponeAsync(connection, phoneId, by.Trim(), now, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return phoneId;
    }

    private static async Task<Answer<UnlockRule>> RuleAsync(NpgsqlConnection connection, UnlockWish wish, CancellationToken cancellationToken)
    {
        var model = await connection.Statement(FindPhoneSql, wish.PhoneId).FirstAsync(row => row.GetString(0), cancellationToken);
        if (model is null)
        {
            return JobRefusals.UnknownPhone(wish.PhoneId);
        }

        if (UnlockRules.OfModel(model) is not { } rule)
        {
            return UnlockRefusals.NothingToAsk(model);
        }

        if (wish.AccountId is not { } accountId)
        {
            return rule.NeedsAccount ? UnlockRefusals.AccountWanted(rule.Vendor) : rule;
        }

        var vendor = await connection.Statement(FindAccountSql, accountId).FirstAsync(row => row.GetString(0), cancellationToken);
        return vendor is null ? UnlockRefusals.UnknownAccount(accountId)
            : vendor != rule.Vendor ? UnlockRefusals.OtherMaker(vendor, rule.Vendor)
            : rule;
    }

    // A job that is offered or further goes its way: its phone is unlocked, or preflight refuses it.
    private static async Task PostponeAsync(
        NpgsqlConnection connection, Guid phoneId, string by, DateTimeOffset until, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var job in await JobMoves.ReadAsync(connection, LockJobSql, [new() { Value = phoneId }], cancellationToken))
        {
            if (job.State is JobState.Waiting)
            {
                await connection.Statement(SetDateSql, job.JobId, until, now).RunAsync(cancellationToken);
            }
            else if (until > now && JobMove.Decide(job, JobTrigger.Postpone, by) is { } move)
            {
                await JobMoves.ApplyAsync(connection, [move with { WaitsFor = WaitsFor.Date, NotBefore = until }], now, cancellationToken);
            }
        }
    }
}
