namespace Espero.Station.Protocols.Adb;

/// <summary>What is known of a file after it was pushed.</summary>
/// <param name="Sha256">Of the bytes that were sent, 64 lower-case hexadecimal digits.</param>
/// <param name="IsHashSeen">
/// Whether the phone reads the same hash from its own storage; false where it has no program for that, and then only the size
/// was compared.
/// </param>
public sealed record PushReceipt(long SizeBytes, string Sha256, bool IsHashSeen);
