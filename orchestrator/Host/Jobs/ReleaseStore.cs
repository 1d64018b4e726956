using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Releases;
using Espero.Orchestrator.Fleet;
using Npgsql;

namespace Espero.Orchestrator.Jobs;

/// <summary>Gives releases: at most one stands per phone, and none is renewed by giving it twice.</summary>
internal sealed class ReleaseStore(NpgsqlDataSource database, TimeProvider time)
{
    private const string PhoneExistsSql = "select phone_id from phone where phone_id = $1";

    private const string StandingSql = "select released_by, released_at from release where phone_id = $1 and ended_at is null";

    private const string GiveSql = $"""
        with given as (
            insert into release (release_id, phone_id, basis, released_by, data_saved, sim_and_sd_out, accounts_removed,
                battery_not_swollen, screen_readable, released_at, printed_model)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            on conflict do nothing
            returning phone_id
        ), woken as (
            select pg_notify('{JobMoves.WakeChannel}', job.site_id) from job join given using (phone_id) where job.state = 'waiting'
        )
        select count(*), (select count(*) from woken) from given
        """;

    public async Task<Answer<ReleaseView>> ReleaseAsync(ReleaseRequest request, CancellationToken cancellationToken)
    {
        if (request.Faults() is { Count: > 0 } faults)
        {
            return ReleaseSentences.Refuse(faults);
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await connection.Statement(PhoneExistsSql, request.PhoneId).FirstAsync<Guid?>(row => row.GetGuid(0), cancellationToken) is null)
        {
            return JobRefusals.UnknownPhone(request.PhoneId);
        }

        while (true)
        {
            if (await TryGiveAsync(connection, request, cancellationToken) is { } given)
            {
                return given;
            }

            // The one that stood may have ended since; then there is room for this one.
            var (by, at) = await connection.Statement(StandingSql, request.PhoneId).FirstAsync(
                row => (row.GetString(0), row.GetFieldValue<DateTimeOffset>(1)), cancellationToken);
            if (by is not null)
            {
                return JobRefusals.AlreadyReleased(by, LocalMoment.Of(at, time));
            }
        }
    }

    private async Task<ReleaseView?> TryGiveAsync(NpgsqlConnection connection, ReleaseRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var release = new ReleaseView(Guid.CreateVersion7(now), request.ReleasedBy.Trim(), request.Basis, now, request.PrintedModel.Trim());
        var given = await connection.Statement(
                GiveSql,
                release.ReleaseId,
                request.PhoneId,
                Words.Of(release.Basis),
                release.ReleasedBy,
                request.Checks.DataSaved,
                request.Checks.SimAndSdOut,
                request.Checks.AccountsRemoved,
                request.Checks.BatteryNotSwollen,
                request.Checks.ScreenReadable,
                now,
                release.PrintedModel)
            .FirstAsync(row => row.GetInt64(0), cancellationToken);
        return given == 1 ? release : null;
    }
}
