using System.Collections.Immutable;
using Espero.Orchestrator.Domain.Unlocking;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>An account in use, and what it has asked, the newest first.</summary>
internal sealed record UnlockAccountView(Guid AccountId, string Vendor, string Name, string AddedBy, ImmutableArray<AskedUnlock> Asked)
{
    public UnlockAccount Account => new(AccountId, Vendor, Asked);

    /// <summary>When it may ask again for any phone.</summary>
    public DateTimeOffset NextAllowed(DateTimeOffset now) => UnlockBook.NextAllowed(Account, now);
}
