using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Releases;
using Npgsql;
using NpgsqlTypes;

namespace Espero.Orchestrator.Fleet;

internal sealed partial class FleetReader
{
    private const string PhonesSql = """
        select phone.phone_id, phone.model, phone.first_seen_at, phone.marks_disagree,
            plugged.site_id, plugged.station_id, plugged.path, plugged.number, plugged.mode, plugged.obstacle,
            release.release_id, release.released_by, release.basis, release.released_at,
            last_job.job_id, marks.kinds, marks.last_fours, release.printed_model, phone.unknown_model
        from phone
        left join lateral (
            select station.site_id, port.station_id, port.path, port.number, port.mode, port.obstacle
            from port join station on station.station_id = port.station_id
            where port.phone_id = phone.phone_id order by port.seen_at desc limit 1) plugged on true
        left join release on release.phone_id = phone.phone_id and release.ended_at is null
        left join lateral (
            select job_id from job where job.phone_id = phone.phone_id
            order by state in ('waiting', 'queued', 'offered', 'granted', 'interrupted') desc, created_at desc limit 1) last_job on true
        cross join lateral (
            select coalesce(array_agg(kind order by first_seen_at, kind), '{}') as kinds,
                coalesce(array_agg(last_four order by first_seen_at, kind), '{}') as last_fours
            from phone_mark where phone_mark.phone_id = phone.phone_id) marks
        where ($1::text is null or coalesce(plugged.site_id, phone.site_id) = $1)
            and ($2::uuid is null or phone.phone_id = $2)
            and (not $3 or plugged.station_id is not null)
            and ($4::uuid is null or phone.phone_id < $4)
        order by phone.phone_id desc
        limit $5
        """;

    public async Task<IReadOnlyList<PhoneView>> ListPhonesAsync(PhoneFilter filter, CancellationToken cancellationToken) =>
        await ReadAllAsync(
            PhonesSql,
            [
                Nullable(NpgsqlDbType.Text, filter.SiteId),
                Nullable(NpgsqlDbType.Uuid, filter.PhoneId),
                new() { Value = filter.PluggedInOnly },
                Nullable(NpgsqlDbType.Uuid, filter.After),
                new() { Value = filter.PageSize },
            ],
            ReadPhone,
            cancellationToken);

    private static PhoneView ReadPhone(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        Text(row, 1),
        [.. row.GetFieldValue<string[]>(15).Zip(row.GetFieldValue<string[]>(16), (kind, four) => new MarkView(Words.Read<MarkKind>(kind), four))],
        row.IsDBNull(5) ? null : new PhonePlace(row.GetString(4), row.GetString(5), row.GetString(6), row.GetInt32(7), Text(row, 8), Text(row, 9)),
        row.IsDBNull(10) ? null : ReadRelease(row),
        row.IsDBNull(14) ? null : row.GetGuid(14),
        row.GetFieldValue<DateTimeOffset>(2),
        row.GetBoolean(3),
        Text(row, 18));

    private static ReleaseView ReadRelease(NpgsqlDataReader row) => new(
        row.GetGuid(10), row.GetString(11), Words.Read<ReleaseBasis>(row.GetString(12)), row.GetFieldValue<DateTimeOffset>(13),
        row.GetString(17));
}
