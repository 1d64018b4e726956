using DbUp;

namespace Espero.Orchestrator.Database;

/// <summary>Brings the tables up to this program's version: forward only, each script once, each in its own transaction.</summary>
internal static class Migrator
{
    /// <exception cref="MigrationFailedException">A script failed; what came before it stays.</exception>
    public static void Migrate(string connectionString)
    {
        var result = DeployChanges.To
            .PostgresqlDatabase(connectionString)
            .WithScriptsEmbeddedInAssembly(typeof(Migrator).Assembly, name => name.EndsWith(".sql", StringComparison.Ordinal))
            .WithTransactionPerScript()
            // Our statements hold no variables, but they may hold dollar quotes.
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();

        if (!result.Successful)
        {
            throw new MigrationFailedException(result);
        }
    }
}
