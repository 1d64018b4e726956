using System.Globalization;

namespace Espero.Station.Protocols.Usb;

/// <summary>Finds the programs that have a device open, so that a person can be told which one to end.</summary>
public static class UsbHolders
{
    private const int NameBytes = 64;

    /// <summary>Names and process ids, such as <c>adb (1234)</c>. Other people's processes are seen by root only.</summary>
    public static IReadOnlyList<string> Of(UsbDevice device) =>
        [.. Directory.EnumerateDirectories("/proc")
            .Where(process => int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && id != Environment.ProcessId
                && HasOpen(process, device.Node))
            .Select(Describe)];

    private static bool HasOpen(string process, string node)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(Path.Combine(process, "fd"))
                .Any(file => new FileInfo(file).LinkTarget == node);
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Describe(string process)
    {
        try
        {
            var name = File.ReadAllText(Path.Combine(process, "comm")).Trim();
            return $"{name[..Math.Min(name.Length, NameBytes)]} ({Path.GetFileName(process)})";
        }
        catch (IOException)
        {
            return $"({Path.GetFileName(process)})";
        }
    }
}
