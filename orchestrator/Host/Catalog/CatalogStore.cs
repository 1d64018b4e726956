using Espero.Station.Recipes.Builds;
using Npgsql;
using NpgsqlTypes;

namespace Espero.Orchestrator.Catalog;

/// <summary>Builds and their plans. Neither is ever changed: their ids are the hashes of what they are.</summary>
internal sealed class CatalogStore(NpgsqlDataSource database, TimeProvider time)
{
    private const string AddSql = """
        with added_build as (
            insert into build (build_id, name, version, counter, manifest, added_at) values ($1, $2, $3, $4, $5, $6)
            on conflict do nothing returning build_id
        ), added_file as (
            insert into build_file (build_id, name, sha256, size_bytes)
            select $1, name, sha256, size_bytes from unnest($7::text[], $8::text[], $9::bigint[]) as file (name, sha256, size_bytes)
            on conflict do nothing
        ), added_plan as (
            insert into plan (plan_id, build_id, model, recipe_name, recipe_yaml, bytes, added_at)
            values ($10, $1, $11, $12, $13, $14, $6)
            on conflict do nothing returning plan_id
        )
        select exists (select from added_build) or exists (select from added_plan)
        """;

    private const string ListSql = """
        select build.build_id, build.name, build.version, build.counter, build.added_at,
            array(select distinct model from plan where plan.build_id = build.build_id order by model),
            file.names, file.hashes, file.sizes
        from build
        cross join lateral (
            select coalesce(array_agg(name order by name), '{}') as names, coalesce(array_agg(sha256 order by name), '{}') as hashes,
                coalesce(array_agg(size_bytes order by name), '{}') as sizes
            from build_file where build_file.build_id = build.build_id) file
        where $1::text is null or build.build_id = $1
        order by build.added_at desc, build.build_id
        """;

    /// <summary>False when both the build and the plan were there before.</summary>
    public async Task<bool> AddAsync(Build build, NewPlan plan, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(AddSql);
        object[] values =
        [
            build.Id,
            build.Name,
            build.Version,
            checked((long)build.Counter),
            build.ManifestBytes(),
            time.GetUtcNow(),
            build.Files.Select(file => file.Name).ToArray(),
            build.Files.Select(file => file.Sha256).ToArray(),
            build.Files.Select(file => checked((long)file.SizeBytes)).ToArray(),
            plan.PlanId,
            plan.Model,
            plan.RecipeName,
            plan.RecipeYaml,
            plan.Bytes,
        ];
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<BuildView>> ListAsync(CancellationToken cancellationToken) => ReadAsync(null, cancellationToken);

    /// <summary>Null when there is no such build.</summary>
    public async Task<BuildView?> FindAsync(string buildId, CancellationToken cancellationToken) =>
        (await ReadAsync(buildId, cancellationToken)).SingleOrDefault();

    private async Task<IReadOnlyList<BuildView>> ReadAsync(string? buildId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ListSql);
        command.Parameters.Add(new() { Value = (object?)buildId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var builds = new List<BuildView>();
        while (await reader.ReadAsync(cancellationToken))
        {
            builds.Add(Read(reader));
        }

        return builds;
    }

    private static BuildView Read(NpgsqlDataReader row)
    {
        var names = row.GetFieldValue<string[]>(6);
        var hashes = row.GetFieldValue<string[]>(7);
        var sizes = row.GetFieldValue<long[]>(8);
        return new BuildView(
            row.GetString(0),
            row.GetString(1),
            row.GetString(2),
            row.GetInt64(3),
            row.GetFieldValue<string[]>(5),
            [.. names.Select((name, at) => new BuildFileView(name, hashes[at], sizes[at]))],
            row.GetFieldValue<DateTimeOffset>(4));
    }
}
