namespace Espero.Station.Protocols.Odin;

/// <summary>A failure as a value.</summary>
/// <param name="Text">heimdall's own words where it had any, otherwise one English sentence.</param>
public sealed record OdinError(OdinFailure Failure, string Text);
