using System.Globalization;
using Espero.Station.Host.Tests.Watch;
using Espero.Station.Workbench.Doctor;
using Espero.Station.Workbench.Doctor.Udev;
using Microsoft.Extensions.Time.Testing;

namespace Espero.Station.Host.Tests.Workbench.Doctor;

/// <summary>A PC made of folders: its processes, its udev rules, its USB tree. Nothing is wrong with it until a test says so.</summary>
internal sealed class MadeUpPc : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    private readonly TempFolder _folder = new();
    private int _address = 1;

    public MadeUpPc()
    {
        Sockets = new UsbSockets(_folder.In("usb"));
        Places = new PcPlaces
        {
            Proc = _folder.In("proc"),
            Usb = Sockets.Root,
            RuleFolders = [_folder.In("etc-rules"), _folder.In("lib-rules")],
            Groups = _folder.In("group"),
            FwupdSettings = [_folder.In("fwupd.conf")],
            ClockConfirmed = _folder.In("synchronized"),
            Program = _folder.In("espero-station"),
            ProgramFolders = [_folder.In("bin")],
            LibraryFolders = [_folder.In("lib")],
            IsRoot = false,
        };
        Write("proc/self/status", "Name:\ttest\nGid:\t1000\t1000\t1000\t1000\nGroups:\t27 1000\n");
        Write("group", "root:x:0:\nsudo:x:27:me\nplugdev:x:46:\nme:x:1000:\n");
        Write("etc-rules/60-espero.rules", EsperoRules.Text);
        Write("bin/adb", "");
        Write("bin/heimdall", "");
        Write("lib/libusb-1.0.so.0", "");
        Write("synchronized", "");
        Write("espero-station", "");
        File.SetLastWriteTimeUtc(Places.Program, Now.AddDays(-30).UtcDateTime);
    }

    public PcPlaces Places { get; set; }

    public UsbSockets Sockets { get; }

    public string Data => _folder.In("data");

    public FakeTimeProvider Time { get; } = new(Now);

    public IReadOnlyList<Finding> Look() => new StationHealth(Places, Data, Time).Look();

    /// <summary>All findings of one check.</summary>
    public IReadOnlyList<Finding> Look(string check) => [.. Look().Where(finding => finding.Check == check)];

    /// <summary>A file below the PC's folder.</summary>
    public string Write(string name, string text)
    {
        var path = _folder.In(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Remove(string name) => File.Delete(_folder.In(name));

    /// <summary>A process as the kernel shows it; the name is cut as the kernel cuts it.</summary>
    public void Run(int id, string name, int parent = 1, params string[] arguments)
    {
        var shown = name[..Math.Min(15, name.Length)];
        Write($"proc/{id}/comm", $"{shown}\n");
        Write($"proc/{id}/cmdline", string.Concat(arguments.Prepend(name).Select(word => word + '\0')));
        Write($"proc/{id}/stat", string.Create(CultureInfo.InvariantCulture, $"{id} ({shown}) S {parent} {id} {id} 0 -1"));
    }

    /// <summary>A phone in Samsung's download mode, which needs no descriptors to be known.</summary>
    public void Plug(string port, string megabits = "480")
    {
        Sockets.PlugDownloadMode(port, _address++);
        Write($"usb/{port}/speed", megabits + "\n");
    }

    /// <summary>A hub; its own power supply makes the difference.</summary>
    public void PlugHub(string port, bool hasOwnSupply)
    {
        Write($"usb/{port}/bDeviceClass", "09\n");
        Write($"usb/{port}/bmAttributes", hasOwnSupply ? "e0\n" : "a0\n");
        Write($"usb/{port}/bMaxPower", "100mA\n");
        Write($"usb/{port}/bConfigurationValue", "1\n");
    }

    public void Dispose() => _folder.Dispose();
}
