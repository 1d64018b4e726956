using System.Collections.Immutable;
using System.Globalization;
using Espero.Plan.V1;
using Espero.Station.Protocols.Odin;
using Espero.Station.Protocols.Usb;
using Espero.Station.Recipes.Facts;

namespace Espero.Station.Watch;

/// <summary>What a phone in download mode tells: its USB descriptors without a word to it, and its partition table.</summary>
internal static class DownloadFacts
{
    private const string NoSize = "unknown";

    public static PhoneSight Of(UsbDevice device) => new PhoneSight { Mode = PhoneMode.Download, Serial = device.Serial ?? "" }.With(
    [
        KeyValuePair.Create($"{FactName.Usb}.vendor-id", device.VendorId.ToString("x4", CultureInfo.InvariantCulture)),
        KeyValuePair.Create($"{FactName.Usb}.product-id", device.ProductId.ToString("x4", CultureInfo.InvariantCulture)),
        .. Text("manufacturer", device.Manufacturer),
        .. Text("product", device.Product),
    ]);

    /// <summary>The partitions that have a name of their own; a name that several share can neither be checked nor written.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> Of(PitTable table) =>
    [
        .. table.Entries
            .Where(entry => FactName.IsName(entry.Name) && table.Find(entry.Name) == entry)
            .Select(entry => KeyValuePair.Create(
                $"{FactName.Partition}.{entry.Name}", entry.SizeBytes?.ToString(CultureInfo.InvariantCulture) ?? NoSize)),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Text(string name, string? value)
    {
        if (value is not null)
        {
            yield return KeyValuePair.Create($"{FactName.Usb}.{name}", value);
        }
    }
}
