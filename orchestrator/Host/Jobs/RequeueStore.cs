using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;
using Npgsql;
using NpgsqlTypes;

namespace Espero.Orchestrator.Jobs;

/// <summary>Tries ended jobs again: as one commit with its own record, so that a repeated request starts nothing twice.</summary>
internal sealed class RequeueStore(NpgsqlDataSource database, TimeProvider time)
{
    // A job submitted for one of the phones while this runs takes the phone's one open place: look again.
    private const int MaxTries = 5;

    // A second request with the key waits here for the first one's commit, and then finds its answer.
    private const string ClaimKeySql = """
        insert into requeue (idempotency_key, requeued_by, reason, at, answer) values ($1, $2, $3, $4, '[]') on conflict do nothing
        """;

    private const string FindAnswerSql = "select answer::text from requeue where idempotency_key = $1";

    private const string AnswerSql = "update requeue set answer = $2::jsonb where idempotency_key = $1";

    private const string ChooseSql = """
        select job_id from job
        where state = any($1) and ($2::text is null or site_id = $2) and ($3::text is null or failure_class = $3)
        order by job_id limit $4
        """;

    private const string SituationSql = """
        select job.job_id,
            exists (
                select from port join station on station.station_id = port.station_id
                where port.phone_id = job.phone_id and port.obstacle is null and station.site_id = job.site_id),
            exists (select from release where release.phone_id = job.phone_id and release.ended_at is null),
            (select other.job_id from job other
                where other.phone_id = job.phone_id and other.job_id <> job.job_id
                    and other.state in ('waiting', 'queued', 'offered', 'granted', 'interrupted') limit 1),
            (select newer.job_id from job newer
                where newer.phone_id = job.phone_id and (newer.created_at, newer.job_id) > (job.created_at, job.job_id)
                order by newer.created_at desc, newer.job_id desc limit 1)
        from job where job.job_id = any($1)
        """;

    public async Task<Answer<RequeueRecord>> RequeueAsync(RequeueWish wish, CancellationToken cancellationToken)
    {
        if (Check(wish) is { } refusal)
        {
            return refusal;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(cancellationToken);
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                var answer = await AnswerAsync(connection, wish, cancellationToken);
                if (answer.IsGranted)
                {
                    await transaction.CommitAsync(cancellationToken);
                }

                return answer;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation && attempt < MaxTries)
            {
            }
        }
    }

    private static Refusal? Check(RequeueWish wish) =>
        (wish.JobIds.Count == 0) == (wish.States.Count == 0) ? JobRefusals.NothingChosen()
        : wish.JobIds.Count > RequeueWish.MaxJobs ? JobRefusals.TooMany(RequeueWish.MaxJobs)
        : PersonRules.CheckName(wish.RequeuedBy) ?? PersonRules.CheckReason(wish.Reason);

    private async Task<Answer<RequeueRecord>> AnswerAsync(
        NpgsqlConnection connection, RequeueWish wish, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var asked = RequeueRecord.Fingerprint(wish);
        if (!wish.DryRun && await connection.Statement(ClaimKeySql, wish.Key, wish.RequeuedBy, wish.Reason, now).RunAsync(cancellationToken) == 0)
        {
            var json = await connection.Statement(FindAnswerSql, wish.Key).FirstAsync(row => row.GetString(0), cancellationToken);
            var earlier = RequeueRecord.FromJson(json!);
            return earlier.Asked == asked ? earlier : JobRefusals.KeyUsedOtherwise(wish.Key);
        }

        var jobIds = await ChooseAsync(connection, wish, cancellationToken);
        if (jobIds.Length > RequeueWish.MaxJobs)
        {
            return JobRefusals.TooMany(RequeueWish.MaxJobs);
        }

        var candidates = await LookAsync(connection, jobIds, cancellationToken);
        var record = new RequeueRecord(asked, [.. jobIds.Select(jobId => Judge(jobId, candidates))]);
        if (!wish.DryRun)
        {
            await MoveAsync(connection, wish, candidates.Values, now, cancellationToken);
            await connection.Statement(AnswerSql, wish.Key, record.ToJson()).RunAsync(cancellationToken);
        }

        return record;
    }

    private static async Task<Guid[]> ChooseAsync(NpgsqlConnection connection, RequeueWish wish, CancellationToken cancellationToken)
    {
        if (wish.JobIds.Count > 0)
        {
            return [.. wish.JobIds.Distinct()];
        }

        await using var command = connection.Statement(ChooseSql, [wish.States.Select(Words.Of).ToArray()]);
        command.Parameters.Add(new() { Value = (object?)wish.SiteId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = (object?)wish.FailureClass ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = RequeueWish.MaxJobs + 1 });
        return [.. await command.AllAsync(row => row.GetGuid(0), cancellationToken)];
    }

    private static async Task<Dictionary<Guid, RequeueCandidate>> LookAsync(
        NpgsqlConnection connection, Guid[] jobIds, CancellationToken cancellationToken)
    {
        var jobs = (await JobMoves.LockAsync(connection, jobIds, cancellationToken)).ToDictionary(job => job.JobId);
        var candidates = await connection.Statement(SituationSql, jobIds).AllAsync(
            row => new RequeueCandidate(
                jobs[row.GetGuid(0)],
                new Readiness(row.GetBoolean(1), row.GetBoolean(2), jobs[row.GetGuid(0)].NotBefore),
                row.IsDBNull(3) ? null : row.GetGuid(3),
                row.IsDBNull(4) ? null : row.GetGuid(4)),
            cancellationToken);
        return candidates.ToDictionary(candidate => candidate.Job.JobId);
    }

    private static RequeuedJob Judge(Guid jobId, Dictionary<Guid, RequeueCandidate> candidates) => new(
        jobId,
        candidates.TryGetValue(jobId, out var candidate) ? candidate.Refusal?.Sentence : JobRefusals.UnknownJob(jobId).Sentence);

    private static async Task MoveAsync(
        NpgsqlConnection connection, RequeueWish wish, IEnumerable<RequeueCandidate> candidates, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moves = candidates
            .Where(candidate => candidate.Refusal is null)
            .Select(candidate => candidate.ToMove(wish.RequeuedBy.Trim(), wish.Reason.Trim(), now))
            .ToArray();
        await JobMoves.ApplyAsync(connection, moves, now, cancellationToken);
        // The phone and the station may have changed since the last preparation.
        await JobMoves.LookAnewAsync(connection, [.. moves.Select(move => move.Job.JobId)], cancellationToken);
    }
}
