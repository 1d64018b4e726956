namespace Espero.Orchestrator.Database;

/// <summary>Whether a job's phone is unlocked, as it last said itself: the one condition of all statements that ask.</summary>
internal static class PhoneLock
{
    /// <summary>True or false, never null; for a statement whose rows have job.phone_id.</summary>
    public const string IsOpenSql = """
        coalesce((
            select unlocked from phone_facts
            where phone_facts.phone_id = job.phone_id and unlocked is not null
            order by phone_facts.seen_at desc limit 1), false)
        """;

    /// <summary>Whether it is, or what its maker gave to unlock it is at hand.</summary>
    public const string CanBeOpenedSql = $"({IsOpenSql} or {UnlockCodeRows.ExistsSql})";
}
