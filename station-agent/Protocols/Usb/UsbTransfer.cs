using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Espero.Station.Protocols.Usb;

/// <summary>A transfer of libusb. While it is under way libusb and the kernel hold its memory, so only one that ended is freed.</summary>
internal sealed unsafe class UsbTransfer : IUsbTransfer
{
    private readonly byte[] _buffer;
    private readonly LibUsbTransfer* _native;
    private readonly GCHandle _self;
    private TaskCompletionSource<UsbTransferEnd> _ended = new();

    public UsbTransfer(nint handle, UsbEndpoint endpoint, int capacityBytes)
    {
        _buffer = GC.AllocateUninitializedArray<byte>(capacityBytes, pinned: true);
        _native = LibUsb.AllocateTransfer(0);
        if (_native == null)
        {
            throw new InsufficientMemoryException("libusb has no memory for a transfer.");
        }

        _self = GCHandle.Alloc(this);
        _native->Handle = handle;
        _native->Endpoint = endpoint.Address;
        _native->Kind = LibUsbTransfer.Bulk;
        _native->OnEnded = &OnEnded;
        _native->UserData = GCHandle.ToIntPtr(_self);
        _ended.SetResult(default);
    }

    public Memory<byte> Buffer => _buffer;

    public Task<UsbTransferEnd> Ended => _ended.Task;

    public UsbError? Submit(int offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, _buffer.Length - offset);
        _native->Buffer = (byte*)Unsafe.AsPointer(ref _buffer[offset]); // pinned for good
        _native->Length = length;
        var before = _ended;
        _ended = new TaskCompletionSource<UsbTransferEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        var code = LibUsb.SubmitTransfer(_native);
        if (code == 0)
        {
            return null;
        }

        _ended = before;
        return LibUsbCodes.OfCall(code, "submit");
    }

    public void Cancel()
    {
        if (!Ended.IsCompleted)
        {
            _ = LibUsb.CancelTransfer(_native); // refused where it has just ended by itself
        }
    }

    /// <summary>Frees the memory. Only after <see cref="Ended"/>.</summary>
    public void Free()
    {
        LibUsb.FreeTransfer(_native);
        _self.Free();
    }

    // Runs on the thread of UsbEvents; whoever waits goes on elsewhere.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnEnded(LibUsbTransfer* native)
    {
        var transfer = (UsbTransfer)GCHandle.FromIntPtr(native->UserData).Target!;
        transfer._ended.TrySetResult(new UsbTransferEnd(native->ActualLength, LibUsbCodes.OfTransfer(native->Status)));
    }
}
