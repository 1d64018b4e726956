using DbUp.Engine;

namespace Espero.Orchestrator.Database;

/// <summary>The tables could not be brought up to this program's version.</summary>
internal sealed class MigrationFailedException(DatabaseUpgradeResult result)
    : Exception($"The migration {result.ErrorScript?.Name} failed: {result.Error?.Message}", result.Error);
