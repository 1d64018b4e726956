namespace Espero.Cli.Output;

/// <summary>How data is written.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>For programs: proto JSON of the answer, on one line; it only ever grows.</summary>
    Json,
}
