namespace Espero.Station.Protocols.Fastboot;

/// <summary>A failure as a value.</summary>
/// <param name="Text">The phone's own words for <see cref="FastbootFailure.PhoneRefused"/>, otherwise one English sentence.</param>
public sealed record FastbootError(FastbootFailure Failure, string Text);
