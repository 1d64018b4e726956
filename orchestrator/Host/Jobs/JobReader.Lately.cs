using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;

namespace Espero.Orchestrator.Jobs;

internal sealed partial class JobReader
{
    private const string LatelySql = $"""
        {ViewSql}
        where job.state = any($1) and job.changed_at > $2
        order by job.changed_at desc, job.job_id
        limit $3
        """;

    private const string FindManySql = $"{ViewSql} where job.job_id = any($1)";

    /// <summary>Those that came into their state lately, the latest first.</summary>
    public async Task<IReadOnlyList<JobView>> ListLatelyAsync(
        IReadOnlyCollection<JobState> states, DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(LatelySql);
        command.Parameters.Add(new() { Value = states.Select(Words.Of).ToArray() });
        command.Parameters.Add(new() { Value = since });
        command.Parameters.Add(new() { Value = limit });
        return await ReadAllAsync(command, ReadJob, cancellationToken);
    }

    /// <summary>Those that exist, in no order.</summary>
    public async Task<IReadOnlyList<JobView>> FindManyAsync(IReadOnlyCollection<Guid> jobIds, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(FindManySql);
        command.Parameters.Add(new() { Value = jobIds.ToArray() });
        return await ReadAllAsync(command, ReadJob, cancellationToken);
    }
}
