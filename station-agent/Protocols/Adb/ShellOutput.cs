namespace Espero.Station.Protocols.Adb;

/// <summary>What a command on the phone printed, and how it ended.</summary>
/// <param name="Errors">Empty from an old phone: there both outputs arrive as one.</param>
/// <param name="ExitCode">0 to 255.</param>
public sealed record ShellOutput(string Output, string Errors, int ExitCode);
