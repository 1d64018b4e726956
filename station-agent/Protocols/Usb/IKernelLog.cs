namespace Espero.Station.Protocols.Usb;

/// <summary>What the kernel says about devices that never came far enough to be listed.</summary>
public interface IKernelLog
{
    /// <summary>The messages since the last call; none where this program may not read them. Never waits. Safe from any thread.</summary>
    IReadOnlyList<string> TakeNew();
}
