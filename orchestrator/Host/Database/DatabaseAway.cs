using System.Net.Sockets;
using Espero.Station.Recipes.Words;
using Npgsql;

namespace Espero.Orchestrator.Database;

/// <summary>Tells a database that cannot be reached from a statement that is wrong.</summary>
internal static class DatabaseAway
{
    public static readonly Sentence Sentence = new(
        "The orchestrator cannot reach its database, so it can neither read nor record anything. Whoever looks after the server starts PostgreSQL; then try again.",
        "L'orchestrateur n'atteint pas sa base de données et ne peut donc rien lire ni noter. La personne qui s'occupe du serveur démarre PostgreSQL ; réessayez ensuite.");

    public static bool Is(NpgsqlException exception) =>
        exception is PostgresException
        {
            SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.CrashShutdown
                or PostgresErrorCodes.TooManyConnections,
        }
        || exception.InnerException is SocketException or IOException or TimeoutException;
}
