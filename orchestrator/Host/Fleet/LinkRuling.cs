namespace Espero.Orchestrator.Fleet;

/// <summary>Whether a station may link.</summary>
internal abstract record LinkRuling
{
    private LinkRuling()
    {
    }

    /// <param name="LinkToken">To be shown at the next link.</param>
    /// <param name="RecordedSequence">Up to here the journal is committed, or gone.</param>
    /// <param name="LostFacts">How many facts neither we nor the station hold any more; 0 unless a very old backup was restored.</param>
    internal sealed record Welcomed(string LinkToken, long RecordedSequence, long LostFacts, string LedgerGeneration) : LinkRuling;

    /// <summary>Another machine holds the newest token of this name.</summary>
    internal sealed record StrangeToken : LinkRuling;

    internal sealed record OtherSite(string SiteId) : LinkRuling;

    /// <summary>The name of the station or the site is none: lower-case letters, digits and hyphens, at most 63.</summary>
    internal sealed record BadName : LinkRuling;
}
