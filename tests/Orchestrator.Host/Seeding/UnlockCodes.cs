using Espero.Orchestrator.Fleet;
using Espero.Orchestrator.Jobs.Unlocks;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Host.Tests.Seeding;

/// <summary>The store of unlock codes over a database, with a key of its own.</summary>
internal static class UnlockCodes
{
    public static UnlockCodeStore Of(MigratedDatabase database, string keyFile, TimeProvider time) =>
        new(database.Source, new UnlockCodeSeal(new MarkHasher(Options.Create(new FleetOptions { MarkKeyFile = keyFile }))), time);
}
