using Espero.Orchestrator.Domain.Unlocking;
using Npgsql;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>Reads the account book: who may ask which maker, and what they have asked.</summary>
internal sealed class UnlockAccountReader(NpgsqlDataSource database)
{
    // No quota counts more than a few of the newest requests.
    private const string AccountsSql = """
        select account_id, vendor, name, added_by, asked.moments, asked.procedures
        from unlock_account account
        cross join lateral (
            select coalesce(array_agg(asked_at order by asked_at desc), '{}') as moments,
                coalesce(array_agg(procedure order by asked_at desc), '{}') as procedures
            from (
                select asked_at, procedure from unlock_request request
                where request.account_id = account.account_id order by asked_at desc limit 50) as newest) asked
        where closed_at is null
        order by vendor, name
        limit 1000
        """;

    public async Task<IReadOnlyList<UnlockAccountView>> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(AccountsSql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var accounts = new List<UnlockAccountView>();
        while (await reader.ReadAsync(cancellationToken))
        {
            accounts.Add(Read(reader));
        }

        return accounts;
    }

    private static UnlockAccountView Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        [
            .. row.GetFieldValue<DateTime[]>(4).Zip(
                row.GetFieldValue<string[]>(5), (at, procedure) => new AskedUnlock(new DateTimeOffset(at), procedure)),
        ]);
}
