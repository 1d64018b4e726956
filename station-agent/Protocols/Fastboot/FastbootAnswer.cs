using System.Collections.Immutable;

namespace Espero.Station.Protocols.Fastboot;

/// <summary>What a phone said to a command whose answer is not in its OKAY alone.</summary>
/// <param name="Text">The text of the OKAY.</param>
/// <param name="Lines">The INFO and TEXT before it, in their order; at most 4096.</param>
public sealed record FastbootAnswer(string Text, ImmutableArray<string> Lines);
