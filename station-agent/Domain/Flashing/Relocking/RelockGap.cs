namespace Espero.Station.Domain.Flashing.Relocking;

/// <summary>One proof that is missing for locking.</summary>
/// <param name="Proof">Which.</param>
/// <param name="Detail">What was looked for and not found, in English.</param>
public sealed record RelockGap(RelockProof Proof, string Detail);
