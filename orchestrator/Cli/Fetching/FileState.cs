namespace Espero.Cli.Fetching;

/// <summary>What became of one file of a build.</summary>
internal enum FileState
{
    Here,

    /// <summary>No program may, or can, bring it.</summary>
    ForAPerson,

    Failed,
}
