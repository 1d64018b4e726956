namespace Espero.Station.Protocols.Odin;

/// <summary>The limits of heimdall. Too small calls a slow phone dead; too big, a dead phone holds its place.</summary>
public sealed record HeimdallOptions
{
    /// <summary>The program: a name on the path, or a path.</summary>
    public string Program { get; init; } = "heimdall";

    /// <summary>How long it may say nothing; heimdall itself says that some phones need two minutes.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(150);

    /// <summary>The longest that one operation may take.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(45);
}
