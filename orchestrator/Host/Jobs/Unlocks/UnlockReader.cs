using System.Collections.Immutable;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Unlocking;
using Npgsql;

namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>Reads the account book: who may ask whom, what is asked, and what to ask for next.</summary>
internal sealed class UnlockReader(NpgsqlDataSource database, TimeProvider time)
{
    private const string AccountsSql = """
        select account_id, vendor, name, added_by,
            array(select asked_at from unlock_request request where request.account_id = account.account_id order by asked_at desc)
        from unlock_account account where closed_at is null
        order by vendor, name
        """;

    // The oldest wish is served first. A maker is asked once, whatever it answers; a phone that says it is unlocked needs nobody's leave.
    private const string LockedSql = """
        select job.job_id, job.phone_id, split_part(phone.model, '/', 2),
            coalesce((select last_four from phone_mark mark where mark.phone_id = job.phone_id order by first_seen_at, kind limit 1), ''),
            phone.model, job.site_id
        from job
        join phone on phone.phone_id = job.phone_id
        where job.state = 'waiting' and split_part(phone.model, '/', 1) = any($1)
            and not exists (select from unlock_request request where request.phone_id = job.phone_id)
            and not exists (
                select from port
                where port.phone_id = job.phone_id
                    and (port.facts ->> 'getvar.unlocked' = 'yes' or port.facts ->> 'getprop.ro.boot.flash.locked' = '0'))
        order by job.job_id
        """;

    private const string OpenSql = """
        select request.request_id, request.phone_id, request.vendor, account.name, request.asked_by, request.asked_at, request.due_at
        from unlock_request request left join unlock_account account using (account_id)
        where request.ended_at is null
        order by request.due_at, request.request_id
        """;

    public async Task<IReadOnlyList<UnlockAccountView>> ListAccountsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await ReadAccountsAsync(connection, cancellationToken);
    }

    /// <summary>What has been asked and not answered, the nearest date first.</summary>
    public async Task<IReadOnlyList<UnlockRequestView>> ListOpenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.Statement(OpenSql).AllAsync(ReadRequest, cancellationToken);
    }

    /// <summary>Every phone whose maker is still to be asked: by whom, and from when.</summary>
    public async Task<IReadOnlyList<UnlockTurnView>> PlanAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var accounts = await ReadAccountsAsync(connection, cancellationToken);
        string[] vendors = [.. UnlockRules.All.Select(rule => rule.Vendor)];
        var locked = await connection.Statement(LockedSql, [vendors]).AllAsync(ReadLocked, cancellationToken);
        var turns = UnlockBook.Turns(
            locked.Select(job => new LockedPhone(job.PhoneId, job.Model.Split('/')[0])),
            accounts.Select(account => new UnlockAccount(account.AccountId, account.Vendor, [.. account.Asked])),
            time.GetUtcNow());
        var names = accounts.ToDictionary(account => account.AccountId, account => account.Name);
        var jobs = locked.ToDictionary(job => job.PhoneId); // a phone has one open job
        return [.. turns.Select(turn => new UnlockTurnView(jobs[turn.PhoneId], turn, turn.AccountId is { } id ? names[id] : null))];
    }

    private async Task<List<UnlockAccountView>> ReadAccountsAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        await connection.Statement(AccountsSql).AllAsync(ReadAccount, cancellationToken);

    private UnlockAccountView ReadAccount(NpgsqlDataReader row)
    {
        var vendor = row.GetString(1);
        var asked = row.GetFieldValue<DateTime[]>(4).Select(at => new DateTimeOffset(at)).ToImmutableArray();
        var now = time.GetUtcNow();
        var next = UnlockRules.Of(vendor) is { } rule ? UnlockBook.NextAllowed(rule, asked, now) : now;
        return new UnlockAccountView(row.GetGuid(0), vendor, row.GetString(2), row.GetString(3), asked, next);
    }

    private static LockedJob ReadLocked(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), PhoneLabel.Of(row.GetString(2), row.GetString(3)), row.GetString(4), row.GetString(5));

    private static UnlockRequestView ReadRequest(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        row.GetString(2),
        row.IsDBNull(3) ? null : row.GetString(3),
        row.GetString(4),
        row.GetFieldValue<DateTimeOffset>(5),
        row.GetFieldValue<DateTimeOffset>(6));
}
