using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Espero.Station.Protocols.Usb;

/// <summary>
/// Reads a device's descriptors (USB 2.0, section 9.6) as the kernel keeps them: the device's, then each configuration with
/// its interfaces and endpoints. They come from the phone, so a length that lies ends the reading, and what was read stays.
/// </summary>
public static class UsbDescriptors
{
    private const int HeadBytes = 2;
    private const byte ConfigurationType = 2;
    private const byte InterfaceType = 4;
    private const byte EndpointType = 5;
    private const int ConfigurationBytes = 9;
    private const int InterfaceBytes = 9;
    private const int EndpointBytes = 7;
    private const int PacketSizeMask = 0x07FF; // the bits above say something else (USB 2.0, table 9-13)
    private const int MaxInterfaces = 64;

    /// <summary>The interfaces of one configuration, each in its first setting.</summary>
    /// <param name="configuration">The number of the configuration, as the device counts; 0 is none and gives none.</param>
    public static ImmutableArray<UsbInterface> InterfacesOf(ReadOnlySpan<byte> descriptors, int configuration)
    {
        var faces = ImmutableArray.CreateBuilder<UsbInterface>();
        var inside = false;
        var firstSetting = false;
        for (var left = descriptors; TryTake(ref left, out var descriptor);)
        {
            switch (descriptor[1])
            {
                case ConfigurationType when descriptor.Length >= ConfigurationBytes:
                    inside = descriptor[5] == configuration && configuration > 0;
                    firstSetting = false;
                    break;
                case InterfaceType when inside && descriptor.Length >= InterfaceBytes:
                    firstSetting = descriptor[3] == 0 && faces.Count < MaxInterfaces;
                    if (firstSetting)
                    {
                        faces.Add(new UsbInterface(descriptor[2], descriptor[5], descriptor[6], descriptor[7], []));
                    }

                    break;
                case EndpointType when firstSetting && descriptor.Length >= EndpointBytes:
                    faces[^1] = faces[^1] with { Endpoints = faces[^1].Endpoints.Add(ReadEndpoint(descriptor)) };
                    break;
            }
        }

        return faces.ToImmutable();
    }

    private static UsbEndpoint ReadEndpoint(ReadOnlySpan<byte> descriptor) =>
        new(descriptor[2], descriptor[3], BinaryPrimitives.ReadUInt16LittleEndian(descriptor[4..]) & PacketSizeMask);

    private static bool TryTake(ref ReadOnlySpan<byte> left, out ReadOnlySpan<byte> descriptor)
    {
        descriptor = default;
        if (left.Length < HeadBytes || left[0] < HeadBytes || left[0] > left.Length)
        {
            return false;
        }

        descriptor = left[..left[0]];
        left = left[left[0]..];
        return true;
    }
}
