namespace Espero.Testing.Servers;

/// <summary>A PostgreSQL of one test's own.</summary>
public sealed class OwnPostgres : OwnServer
{
    private OwnPostgres()
        : base("postgres", addressKey: "database")
    {
    }

    /// <summary>For Npgsql, of an empty database; the same after every start.</summary>
    public string ConnectionString => AddressText;

    protected override string PidFile => Path.Combine(Folder, "postgres", "data", "postmaster.pid");

    public static async Task<OwnPostgres> StartNewAsync(CancellationToken cancellationToken)
    {
        var postgres = new OwnPostgres();
        await postgres.StartFirstAsync(cancellationToken);
        return postgres;
    }
}
