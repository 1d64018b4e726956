using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Unlocking;
using Espero.Station.Recipes.Words;
using Npgsql;

namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>Records what makers were asked and what they answered; the phone's job waits for the date and comes back by itself.</summary>
internal sealed class UnlockRequestStore(NpgsqlDataSource database, ModelDesk models, TimeProvider time)
{
    private static readonly TimeSpan LongestDue = TimeSpan.FromDays(400);

    private const string FindPhoneSql = """
        select coalesce(model, ''), exists (select from unlock_request request where request.phone_id = phone.phone_id and request.ended_at is null)
        from phone where phone_id = $1
        """;

    // Held until the request is written: two people who ask at once with one account must not both fit into its quota.
    private const string HoldAccountSql = """
        select vendor from unlock_account where account_id = $1 and closed_at is null for update
        """;

    private const string AskedSql = """
        select asked_at, procedure from unlock_request where account_id = $1 order by asked_at desc limit 50
        """;

    private const string AskSql = """
        insert into unlock_request (request_id, phone_id, vendor, procedure, account_id, asked_by, asked_at, due_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict do nothing
        """;

    private const string EndSql = """
        update unlock_request set outcome = $2, ended_by = $3, ended_at = $4
        where phone_id = $1 and ended_at is null
        """;

    /// <returns>The date at which the phone's job comes back.</returns>
    public async Task<Answer<DateTimeOffset>> AskedAsync(UnlockWish wish, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (PersonRules.CheckName(wish.AskedBy) is { } refusal)
        {
            return refusal;
        }

        if (wish.DueAt is { } date && (date < now || date > now + LongestDue))
        {
            return UnlockRefusals.BadDate();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var rule = await RuleAsync(connection, wish.PhoneId, cancellationToken);
        if (!rule.IsGranted)
        {
            return rule.Refusal;
        }

        if (await CheckAccountAsync(connection, rule.Value, wish, now, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        var due = wish.DueAt ?? rule.Value.DueAfter(now);
        if (!await TryAddAsync(connection, rule.Value, wish, now, due, cancellationToken))
        {
            return UnlockRefusals.AlreadyAsked(wish.PhoneId);
        }

        await UnlockJobs.WaitAsync(connection, wish.PhoneId, wish.AskedBy.Trim(), due, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due;
    }

    /// <summary>The maker has answered: the phone's job goes on now, or ends.</summary>
    /// <returns>What follows for the job.</returns>
    public async Task<Answer<Sentence>> AnsweredAsync(Guid phoneId, UnlockOutcome outcome, string by, CancellationToken cancellationToken)
    {
        if (PersonRules.CheckName(by) is { } refusal)
        {
            return refusal;
        }

        var (now, person) = (time.GetUtcNow(), by.Trim());
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await EndAsync(connection, phoneId, outcome, person, now, cancellationToken))
        {
            return UnlockRefusals.NothingAsked(phoneId);
        }

        var follows = outcome is UnlockOutcome.Given
            ? await UnlockJobs.GoOnAsync(connection, phoneId, person, now, cancellationToken)
            : await UnlockJobs.EndAsync(connection, phoneId, person, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return follows;
    }

    /// <returns>False when nothing was asked.</returns>
    public static async Task<bool> EndAsync(
        NpgsqlConnection connection, Guid phoneId, UnlockOutcome outcome, string by, DateTimeOffset now, CancellationToken cancellationToken) =>
        await connection.Statement(EndSql, phoneId, Words.Of(outcome), by, now).RunAsync(cancellationToken) == 1;

    private async Task<Answer<UnlockRule>> RuleAsync(NpgsqlConnection connection, Guid phoneId, CancellationToken cancellationToken)
    {
        var (model, isAsked) = await connection.Statement(FindPhoneSql, phoneId).FirstAsync(
            row => (row.GetString(0), row.GetBoolean(1)), cancellationToken);
        return model is null ? JobRefusals.UnknownPhone(phoneId)
            : isAsked ? UnlockRefusals.AlreadyAsked(phoneId)
            : await models.RuleOfAsync(model, cancellationToken) is { } rule ? rule
            : UnlockRefusals.NothingToAsk(model);
    }

    // Null when the account, or the lack of one, is right.
    private async Task<Refusal?> CheckAccountAsync(
        NpgsqlConnection connection, UnlockRule rule, UnlockWish wish, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (wish.AccountId is not { } accountId)
        {
            return rule.NeedsAccount ? UnlockRefusals.AccountWanted(rule.MakerName) : null;
        }

        var vendor = await connection.Statement(HoldAccountSql, accountId).FirstAsync(row => row.GetString(0), cancellationToken);
        if (vendor != rule.Vendor)
        {
            return vendor is null ? UnlockRefusals.UnknownAccount(accountId) : UnlockRefusals.OtherMaker(MakerName.Of(vendor), rule.MakerName);
        }

        var asked = await connection.Statement(AskedSql, accountId).AllAsync(
            row => new AskedUnlock(row.GetFieldValue<DateTimeOffset>(0), row.GetString(1)), cancellationToken);
        var next = UnlockBook.NextAllowed(rule, asked, now);
        return next > now && !wish.HasHappened ? UnlockRefusals.QuotaFull(rule.MakerName, LocalMoment.Of(next, time)) : null;
    }

    // False when another person was faster.
    private static async Task<bool> TryAddAsync(
        NpgsqlConnection connection, UnlockRule rule, UnlockWish wish, DateTimeOffset now, DateTimeOffset due, CancellationToken cancellationToken)
    {
        var statement = connection.Statement(
            AskSql,
            Guid.CreateVersion7(now),
            wish.PhoneId,
            rule.Vendor,
            rule.Procedure,
            (object?)wish.AccountId ?? DBNull.Value,
            wish.AskedBy.Trim(),
            now,
            due);
        return await statement.RunAsync(cancellationToken) == 1;
    }
}
