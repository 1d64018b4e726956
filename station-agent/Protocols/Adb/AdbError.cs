namespace Espero.Station.Protocols.Adb;

/// <summary>A failure as a value.</summary>
/// <param name="Text">The peer's own words for <see cref="AdbFailure.Refused"/> and its kin, otherwise one English sentence.</param>
public sealed record AdbError(AdbFailure Failure, string Text);
