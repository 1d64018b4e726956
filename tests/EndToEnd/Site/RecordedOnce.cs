namespace Espero.EndToEnd.Tests.Site;

/// <summary>The promise of the ledger for a job that was tried once: one beginning, one end, one move to its outcome.</summary>
internal static class RecordedOnce
{
    public static async Task AssertAsync(SiteRecords records, Guid job, CancellationToken cancellationToken)
    {
        Assert.Equal("written", await records.StateAsync(job, cancellationToken));
        Assert.Equal(1, await records.EpochAsync(job, cancellationToken));
        Assert.Equal(1, await records.CountAttemptsAsync(job, cancellationToken));
        Assert.Equal(1, await records.CountFactsAsync(job, "AttemptBegun", cancellationToken));
        Assert.Equal(1, await records.CountFactsAsync(job, "AttemptEnded", cancellationToken));
        Assert.Equal(1, await records.CountMovesAsync(job, "written", cancellationToken));
    }
}
