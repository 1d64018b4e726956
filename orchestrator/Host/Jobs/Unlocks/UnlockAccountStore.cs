using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Unlocking;
using Npgsql;

namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>Adds and closes accounts at makers. A closed one keeps its requests: they happened.</summary>
internal sealed class UnlockAccountStore(NpgsqlDataSource database, TimeProvider time)
{
    private const int MaxNameLength = 60;

    private const string AddSql = """
        insert into unlock_account (account_id, vendor, name, added_by, added_at) values ($1, $2, $3, $4, $5)
        on conflict do nothing
        """;

    private const string CloseSql = """
        update unlock_account set closed_by = $2, closed_at = $3 where account_id = $1 and closed_at is null
        """;

    public async Task<Answer<Guid>> AddAsync(string vendor, string name, string addedBy, CancellationToken cancellationToken)
    {
        var (kind, title) = (vendor.Trim().ToLowerInvariant(), name.Trim());
        if (!UnlockRules.AccountVendors.Contains(kind))
        {
            return UnlockRefusals.NoAccountWanted(vendor);
        }

        if (title.Length is 0 or > MaxNameLength || title.Contains('@', StringComparison.Ordinal))
        {
            return UnlockRefusals.BadAccountName(MaxNameLength);
        }

        if (PersonRules.CheckName(addedBy) is { } refusal)
        {
            return refusal;
        }

        var now = time.GetUtcNow();
        var accountId = Guid.CreateVersion7(now);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var added = await connection.Statement(AddSql, accountId, kind, title, addedBy.Trim(), now).RunAsync(cancellationToken);
        return added == 1 ? accountId : UnlockRefusals.AccountExists(MakerName.Of(kind), title);
    }

    public async Task<Answer<Guid>> CloseAsync(Guid accountId, string closedBy, CancellationToken cancellationToken)
    {
        if (PersonRules.CheckName(closedBy) is { } refusal)
        {
            return refusal;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var closed = await connection.Statement(CloseSql, accountId, closedBy.Trim(), time.GetUtcNow()).RunAsync(cancellationToken);
        return closed == 1 ? accountId : UnlockRefusals.UnknownAccount(accountId);
    }
}
