using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;
using Espero.Orchestrator.Links;
using Npgsql;

namespace Espero.Orchestrator.Dispatch;

/// <summary>Reads the orders that rows stand for. Their plans, the big part, are read only for those that are said now.</summary>
internal sealed class DueStore(NpgsqlDataSource database)
{
    private const string DueSql = $"""
        select job.job_id, job.epoch, job.state, job.asked, port.station_id, port.path, job.phone_id, job.plan_id,
            null as ask_id, null as said_by, {UnlockCodeRows.ExistsSql} as has_unlock_code
        from job join port on port.phone_id = job.phone_id
            join station on station.station_id = port.station_id and station.site_id = job.site_id
        where port.station_id = any($1) and port.obstacle is null
            and job.state in ('waiting', 'queued') and job.prepared_at is null
            and job.waits_for is distinct from 'date' and job.waits_for is distinct from 'maker'
        union all
        select job.job_id, job.epoch, job.state, job.asked, job.station_id, job.port_path, job.phone_id, job.plan_id, null, null, false
        from job
        where job.station_id = any($1)
            and (job.state = 'offered' or job.state in ('granted', 'interrupted') and job.asked is not null)
        union all
        select job.job_id, job.epoch, job.state, null, job.station_id, job.port_path, job.phone_id, job.plan_id, hands.ask_id, hands.said_by, false
        from job join hands on hands.job_id = job.job_id and hands.epoch = job.epoch
        where job.station_id = any($1) and job.state = 'granted' and hands.said_by is not null and hands.done_at is null
        """;

    private const string PlanSql = "select plan_id, bytes from plan where plan_id = any($1)";

    /// <summary>Every order that is due at these stations, whether or not it was said just now.</summary>
    public async Task<IReadOnlyList<DueOrder>> ReadAsync(IReadOnlyList<LinkedStation> stations, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(DueSql);
        command.Parameters.Add(new() { Value = stations.Select(station => station.StationId).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var due = new List<DueOrder>();
        while (await reader.ReadAsync(cancellationToken))
        {
            (string, string)? said = reader.IsDBNull(8) ? null : (reader.GetString(8), reader.GetString(9));
            var kind = said is null ? KindOf(Words.Read<JobState>(reader.GetString(2)), reader.IsDBNull(3) ? null : reader.GetString(3)) : DueKind.SayHands;
            due.Add(new DueOrder(
                kind, reader.GetString(4), reader.GetGuid(0), reader.GetInt64(1), reader.GetGuid(6), reader.GetString(5), reader.GetString(7))
            {
                Said = said,
                HasUnlockCode = reader.GetBoolean(10),
            });
        }

        return due;
    }

    /// <summary>The stored bytes of the plans that these orders carry, by id.</summary>
    public async Task<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> ReadPlansAsync(
        IReadOnlyCollection<DueOrder> due, CancellationToken cancellationToken)
    {
        string[] planIds = [.. due.Where(order => order.CarriesPlan).Select(order => order.PlanId).Distinct()];
        var plans = new Dictionary<string, ReadOnlyMemory<byte>>();
        if (planIds.Length == 0)
        {
            return plans;
        }

        await using var command = database.CreateCommand(PlanSql);
        command.Parameters.Add(new() { Value = planIds });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            plans[reader.GetString(0)] = reader.GetFieldValue<byte[]>(1);
        }

        return plans;
    }

    private static DueKind KindOf(JobState state, string? asked) => (state, asked) switch
    {
        (JobState.Offered, _) => DueKind.Offer,
        (_, "cancel" or "postpone") => DueKind.Cancel, // the station stops in the same way; what becomes of the job differs
        (_, "inspect") => DueKind.Inspect,
        _ => DueKind.Prepare,
    };
}
