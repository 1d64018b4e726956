using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Unlocking;
using Npgsql;

namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>Reads the account book: who may ask whom, what is asked, and what to ask for next.</summary>
internal sealed class UnlockReader(NpgsqlDataSource database, UnlockAccountReader accounts, ModelDesk models, TimeProvider time)
{
    // Whoever has more than so many asks for these first: each turn is worked out from all before it.
    private const int MaxPhones = 1000;

    // A maker that answers within minutes is not late at once.
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    private const string Open = "job.state in ('waiting', 'queued', 'offered', 'granted', 'interrupted')";

    private const string ModelsSql = $"""
        select distinct phone.model from job join phone using (phone_id) where {Open} and phone.model is not null
        """;

    // The oldest wish is served first. A maker is asked once, whatever it answers, unless its code is still missing; a phone that says
    // it is unlocked needs nobody's leave, and one whose code is at hand has it.
    private const string LockedSql = $"""
        select job.job_id, job.phone_id, split_part(phone.model, '/', 2), {PhoneLabel.LastFourSql}, phone.model, job.site_id
        from job
        join phone on phone.phone_id = job.phone_id
        where {Open} and phone.model = any($1)
            and not exists (
                select from unlock_request request
                where request.phone_id = job.phone_id and (request.ended_at is null or job.waits_for is distinct from 'maker'))
            and not {PhoneLock.CanBeOpenedSql}
        order by job.job_id
        limit $2
        """;

    private const string OpenSql = $"""
        select request.request_id, request.phone_id, split_part(coalesce(phone.model, ''), '/', 2), {PhoneLabel.LastFourSql}, request.vendor, account.name,
            request.asked_by, request.asked_at, request.due_at
        from unlock_request request
        join phone on phone.phone_id = request.phone_id
        left join unlock_account account using (account_id)
        where request.ended_at is null and ($1 = '' or phone.site_id = $1)
        order by request.due_at, request.request_id
        """;

    /// <summary>What has been asked and not answered, the nearest date first.</summary>
    /// <param name="siteId">For phones of this site; null for those of all.</param>
    public async Task<IReadOnlyList<UnlockRequestView>> ListOpenAsync(string? siteId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.Statement(OpenSql, siteId ?? "").AllAsync(ReadRequest, cancellationToken);
    }

    /// <summary>Every phone whose maker is still to be asked: by whom, and from when.</summary>
    /// <param name="siteId">Of this site; null for all. Its turns are those that it has among all: accounts and quotas are shared.</param>
    public async Task<IReadOnlyList<UnlockTurnView>> PlanAsync(string? siteId, CancellationToken cancellationToken)
    {
        var open = await accounts.ListAsync(cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rules = await RulesAsync(connection, cancellationToken);
        var locked = await connection.Statement(LockedSql, rules.Keys.ToArray(), MaxPhones).AllAsync(ReadLocked, cancellationToken);
        var turns = UnlockBook.Turns(
            locked.Select(job => new LockedPhone(job.PhoneId, rules[job.Model])), open.Select(account => account.Account), time.GetUtcNow());
        var names = open.ToDictionary(account => account.AccountId, account => account.Name);
        var jobs = locked.ToDictionary(job => job.PhoneId); // a phone has one open job
        return
        [
            .. turns.Where(turn => siteId is null || jobs[turn.PhoneId].SiteId == siteId)
                .Select(turn => new UnlockTurnView(jobs[turn.PhoneId], turn, turn.AccountId is { } id ? names[id] : null)),
        ];
    }

    // A few dozen models at most: as many as there are kinds of phones in work.
    private async Task<Dictionary<string, UnlockRule>> RulesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var rules = new Dictionary<string, UnlockRule>(StringComparer.Ordinal);
        foreach (var model in await connection.Statement(ModelsSql).AllAsync(row => row.GetString(0), cancellationToken))
        {
            if (await models.RuleOfAsync(model, cancellationToken) is { } rule)
            {
                rules[model] = rule;
            }
        }

        return rules;
    }

    private static LockedJob ReadLocked(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), PhoneLabel.Of(row.GetString(2), row.GetString(3)), row.GetString(4), row.GetString(5));

    private UnlockRequestView ReadRequest(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        PhoneLabel.Of(row.GetString(2), row.GetString(3)),
        row.GetString(4),
        row.IsDBNull(5) ? null : row.GetString(5),
        row.GetString(6),
        row.GetFieldValue<DateTimeOffset>(7),
        row.GetFieldValue<DateTimeOffset>(8),
        row.GetFieldValue<DateTimeOffset>(8) + Grace < time.GetUtcNow());
}
