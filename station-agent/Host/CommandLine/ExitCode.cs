namespace Espero.Station.CommandLine;

/// <summary>What the program tells scripts; the same numbers as the command <c>espero</c>, never renumbered.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int NotFound = 3;
    public const int Refused = 5;
}
