namespace Espero.VirtualPhone.Adb;

/// <summary>One message of adb's wire protocol; what the arguments mean depends on the command.</summary>
internal readonly record struct AdbMessage(AdbCommand Command, uint First, uint Second, ReadOnlyMemory<byte> Payload);
