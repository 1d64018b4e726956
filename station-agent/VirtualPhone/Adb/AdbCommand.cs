namespace Espero.VirtualPhone.Adb;

/// <summary>The kinds of message (AOSP adb/protocol.txt): four letters, read as a little-endian number.</summary>
internal enum AdbCommand : uint
{
    Authenticate = 0x48545541,
    Close = 0x45534C43,
    Connect = 0x4E584E43,
    Okay = 0x59414B4F,
    Open = 0x4E45504F,
    StartTls = 0x534C5453,
    Write = 0x45545257,
}
