namespace Espero.Fuzz;

/// <summary>An input that a parser did not survive.</summary>
/// <param name="Index">Which one it was; with the same seed it comes again.</param>
public sealed record FuzzCrash(long Index, byte[] Input, string What);
