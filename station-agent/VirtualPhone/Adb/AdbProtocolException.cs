namespace Espero.VirtualPhone.Adb;

/// <summary>The adb server broke its protocol; its connection is dropped.</summary>
internal sealed class AdbProtocolException(string found) : Exception($"The adb server broke the protocol. Found: {found}");
