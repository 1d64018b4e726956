using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;
using Npgsql;

namespace Espero.Orchestrator.Jobs;

/// <summary>Makes jobs: at most one per key, at most one open per phone.</summary>
internal sealed class SubmitStore(NpgsqlDataSource database, JobReader reader, TimeProvider time)
{
    // Between a refused insert and the look at what refused it, that job may end: then the insert is tried again.
    private const int MaxTries = 5;

    private const string FindByKeySql = "select job_id, phone_id, build_id, submitted_by from job where submit_key = $1";

    private const string FindOpenSql =
        "select job_id from job where phone_id = $1 and state in ('waiting', 'queued', 'offered', 'granted', 'interrupted')";

    private const string FindPhoneSql = """
        select phone.model, phone.marks_disagree, coalesce(plugged.site_id, phone.site_id),
            plugged.site_id is not null and plugged.obstacle is null,
            exists (select from release where release.phone_id = phone.phone_id and release.ended_at is null),
            (select due_at from unlock_request request where request.phone_id = phone.phone_id and request.ended_at is null)
        from phone
        left join lateral (
            select station.site_id, port.obstacle from port join station on station.station_id = port.station_id
            where port.phone_id = phone.phone_id order by port.seen_at desc limit 1) plugged on true
        where phone.phone_id = $1
        """;

    private const string FindBuildSql = """
        select build.name || ' ' || build.version,
            (select plan_id from plan where plan.build_id = build.build_id and plan.model = $2 order by added_at desc, plan_id limit 1)
        from build where build.build_id = $1
        """;

    private const string InsertSql = $"""
        with made as (
            insert into job (job_id, phone_id, site_id, build_id, plan_id, state, waits_for, submitted_by, submit_key, created_at, changed_at,
                not_before)
            values ($1, $2, $3, $4, $5, 'waiting', $6, $7, $8, $9, $9, $10)
            on conflict do nothing
            returning job_id, epoch, site_id
        ), noted as (
            insert into job_event (job_id, epoch, trigger, from_state, to_state, waits_for, by_whom, at)
            select job_id, epoch, 'submit', null, 'waiting', $6, $7, $9 from made
        )
        select count(*), count(pg_notify('{JobMoves.WakeChannel}', site_id)) from made
        """;

    public async Task<Answer<JobView>> SubmitAsync(SubmitWish wish, CancellationToken cancellationToken)
    {
        if (PersonRules.CheckName(wish.SubmittedBy) is { } refusal)
        {
            return refusal;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var submitted = await SubmitAsync(connection, wish, cancellationToken);
        return submitted.IsGranted ? (await reader.FindAsync(submitted.Value, cancellationToken))! : submitted.Refusal;
    }

    private async Task<Answer<Guid>> SubmitAsync(NpgsqlConnection connection, SubmitWish wish, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await FindEarlierAsync(connection, wish, cancellationToken) is { } earlier)
            {
                return earlier;
            }

            var draft = await DraftAsync(connection, wish, cancellationToken);
            if (!draft.IsGranted)
            {
                return draft.Refusal;
            }

            if (await TryInsertAsync(connection, draft.Value, cancellationToken))
            {
                return draft.Value.JobId;
            }

            var open = await FindOpenAsync(connection, wish.PhoneId, cancellationToken);
            if (open is { } jobId && await FindEarlierAsync(connection, wish, cancellationToken) is null)
            {
                return JobRefusals.OpenJob(jobId);
            }

            if (attempt == MaxTries)
            {
                throw new InvalidOperationException($"Job for phone {wish.PhoneId} was neither made nor refused in {MaxTries} tries.");
            }
        }
    }

    private static async Task<Answer<Guid>?> FindEarlierAsync(NpgsqlConnection connection, SubmitWish wish, CancellationToken cancellationToken)
    {
        var (jobId, earlier) = await connection.Statement(FindByKeySql, wish.Key).FirstAsync(
            row => (row.GetGuid(0), new SubmitWish(row.GetGuid(1), row.GetString(2), row.GetString(3), wish.Key)), cancellationToken);
        return earlier is null ? null
            : earlier == wish ? (Answer<Guid>)jobId
            : JobRefusals.KeyUsedOtherwise(wish.Key);
    }

    private static Task<Guid?> FindOpenAsync(NpgsqlConnection connection, Guid phoneId, CancellationToken cancellationToken) =>
        connection.Statement(FindOpenSql, phoneId).FirstAsync<Guid?>(row => row.GetGuid(0), cancellationToken);

    private async Task<Answer<Draft>> DraftAsync(NpgsqlConnection connection, SubmitWish wish, CancellationToken cancellationToken)
    {
        var phone = await connection.Statement(FindPhoneSql, wish.PhoneId).FirstAsync(ReadPhone, cancellationToken);
        if (phone is null)
        {
            return JobRefusals.UnknownPhone(wish.PhoneId);
        }

        var (buildLabel, planId) = await connection.Statement(FindBuildSql, wish.BuildId, phone.Model ?? "").FirstAsync(
            row => (row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1)), cancellationToken);
        if (buildLabel is null)
        {
            return JobRefusals.UnknownBuild(wish.BuildId);
        }

        var now = time.GetUtcNow();
        return phone switch
        {
            { MarksDisagree: true } => JobRefusals.MarksDisagree(wish.PhoneId),
            { Model: null } => JobRefusals.ModelUnknown(wish.PhoneId),
            { SiteId: null } => JobRefusals.NoSite(wish.PhoneId),
            _ when planId is null => JobRefusals.NoPlan(phone.Model, buildLabel),
            // With nothing missing it waits for Dispatch to look, which the commit wakes.
            _ => new Draft(
                Guid.CreateVersion7(now), wish, phone.SiteId, planId, phone.Readiness.Missing(now) ?? WaitsFor.Release,
                phone.Readiness.NotBefore, now),
        };
    }

    private static async Task<bool> TryInsertAsync(NpgsqlConnection connection, Draft draft, CancellationToken cancellationToken) =>
        await connection.Statement(
                InsertSql,
                draft.JobId,
                draft.Wish.PhoneId,
                draft.SiteId,
                draft.Wish.BuildId,
                draft.PlanId,
                Words.Of(draft.WaitsFor),
                draft.Wish.SubmittedBy,
                draft.Wish.Key,
                draft.At,
                (object?)draft.NotBefore ?? DBNull.Value)
            .FirstAsync(row => row.GetInt64(0), cancellationToken) == 1;

    private static PhoneSituation ReadPhone(NpgsqlDataReader row) => new(
        row.IsDBNull(0) ? null : row.GetString(0),
        row.GetBoolean(1),
        row.IsDBNull(2) ? null : row.GetString(2),
        new Readiness(row.GetBoolean(3), row.GetBoolean(4), row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5)));

    private sealed record PhoneSituation(string? Model, bool MarksDisagree, string? SiteId, Readiness Readiness);

    private sealed record Draft(Guid JobId, SubmitWish Wish, string SiteId, string PlanId, WaitsFor WaitsFor, DateTimeOffset? NotBefore, DateTimeOffset At);
}
