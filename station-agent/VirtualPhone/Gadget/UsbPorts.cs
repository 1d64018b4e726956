using System.Collections.Immutable;

namespace Espero.VirtualPhone.Gadget;

/// <summary>All that one gadget speaks; in each mode at most one of them is open, as they share its cable.</summary>
internal sealed record UsbPorts(string Target, ImmutableArray<IPhonePort> All)
{
    /// <exception cref="IOException">The gadget is not there, or another program serves it.</exception>
    /// <exception cref="UnauthorizedAccessException">Only root may.</exception>
    public static UsbPorts Of(GadgetPaths paths, PhoneParts parts)
    {
        var all = ImmutableArray.CreateBuilder<IPhonePort>();
        try
        {
            all.Add(new FastbootGadgetPort(paths, parts));
            all.Add(new AdbGadgetPort(paths, parts));
            all.Add(new FilesGadgetPort(paths, parts));
            return new UsbPorts($"usb:{paths.Controller}", all.ToImmutable());
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            foreach (var port in all)
            {
                port.Dispose();
            }

            throw;
        }
    }
}
