namespace Espero.Testing.Programs;

/// <summary>How a program ended and all it printed.</summary>
public sealed record ProgramResult(int ExitCode, string Output);
