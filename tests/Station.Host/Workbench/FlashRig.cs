using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using Espero.Station.Host.Tests.Watch;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Odin;
using Espero.Station.Protocols.Usb;
using Espero.Station.Recipes.Words;
using Espero.Station.Watch;
using Espero.Station.Workbench;
using Espero.VirtualPhone;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Workbench;

/// <summary>One virtual phone, a folder of files, and the command <c>espero-station flash</c> in this process.</summary>
internal sealed class FlashRig : IAsyncDisposable
{
    public const string Socket = "900-1";
    private readonly TempFolder _folder = new();
    private readonly ConcurrentQueue<string> _heard = [];
    private readonly StringWriter _talk = new();
    private readonly StringWriter _output = new();

    private FlashRig(VirtualPhoneOptions options)
    {
        Phone = VirtualPhoneServer.Start(
            options with { StoreDirectory = _folder.In("phone"), OnCommand = command => Hear(command, options.OnCommand) },
            TimeProvider.System,
            new Random(1));
        Directory.CreateDirectory(Files);
        File.WriteAllBytes(Path.Combine(Files, "boot.img"), Image);
    }

    public byte[] Image { get; } = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7))];

    public VirtualPhoneServer Phone { get; }

    /// <summary>Every command that the phone was sent.</summary>
    public string[] Heard => [.. _heard];

    public string Talk => _talk.ToString();

    public string Output => _output.ToString();

    /// <summary>The classes of all failures that the command's line of JSON names.</summary>
    public IReadOnlyList<string> FailureClasses => ReportedClasses.Of(Output);

    public string Files => _folder.In("files");

    /// <summary>The logs of all attempts.</summary>
    public string Log => string.Concat(Directory.EnumerateFiles(_folder.In("data/logs")).Select(File.ReadAllText));

    /// <summary>What the kernel shows on USB; nothing until something is plugged in.</summary>
    public UsbSockets Sockets => new(_folder.In("sockets"));

    /// <summary>Where it is over UDP; only of a phone that listens there.</summary>
    public PortAddress UdpPort => PortAddress.TryParse($"udp:{Phone.UdpAddress}", 1, out var port)
        ? port
        : throw new InvalidOperationException("This phone does not listen on UDP.");

    /// <summary>Every way to it.</summary>
    public PortAddress Port => PortAddress.TryParse(
        Phone.AdbAddress is { } adb ? $"{Phone.Target},adb:{adb}" : Phone.Target, 1, out var port)
        ? port
        : throw new InvalidOperationException($"The phone is at {Phone.Target}, which is no address.");

    public static FlashRig Start(Func<VirtualPhoneOptions, VirtualPhoneOptions>? change = null)
    {
        var options = new VirtualPhoneOptions
        {
            Model = VirtualA.Model,
            StoreDirectory = "",
            Serial = "SERIAL0001",
            BootTime = TimeSpan.FromMilliseconds(50),
        };
        return new FlashRig(change?.Invoke(options) ?? options);
    }

    /// <summary>A phone that speaks adb too, even after a wipe.</summary>
    public static FlashRig StartWithAdb(PhoneMode mode, ImmutableArray<Fault> faults, Action<string>? onCommand = null) =>
        Start(options => options with
        {
            Model = VirtualC.Model,
            ListenAdb = new(IPAddress.Loopback, 0),
            StartMode = mode,
            AdbStaysOn = true,
            Faults = faults,
            OnCommand = onCommand,
        });

    /// <summary>Runs the command, and says its exit code.</summary>
    /// <param name="person">Who sits at the keyboard; nobody when null and nothing is <paramref name="typed"/>.</param>
    /// <param name="atSocket">The phone is at <see cref="Socket"/> too, as far as <see cref="Sockets"/> shows it.</param>
    public async Task<int> RunAsync(
        string recipe,
        Func<FlashRequest, FlashRequest>? change = null,
        string? typed = null,
        string language = "en",
        FastbootOptions? fastboot = null,
        TextReader? person = null,
        bool atSocket = false,
        TimeProvider? time = null)
    {
        var recipePath = _folder.In("recipe.yaml");
        await File.WriteAllTextAsync(recipePath, recipe, TestContext.Current.CancellationToken);
        var request = new FlashRequest
        {
            Phone = new PhoneSpec.At(atSocket ? Port with { Path = Socket, Ways = [new PhoneWay.Usb(Socket), .. Port.Ways] } : Port),
            RecipePath = recipePath,
            FilesDirectory = Files,
            DataDirectory = _folder.In("data"),
            AsJson = true,
        };
        var surroundings = new Surroundings(
            _output, _talk, typed is null ? person : new StringReader(typed), TalkIsTerminal: false, name => name == "LANG" ? language : null);
        await using var bench = new PhoneBench(
            _folder.In("data"), fastboot ?? new FastbootOptions(), new HeimdallOptions(), new UsbTree(Sockets.Root), new ScriptedKernel(), TimeProvider.System);
        return await new FlashProgram(change?.Invoke(request) ?? request, bench, surroundings, time ?? TimeProvider.System)
            .RunAsync(TestContext.Current.CancellationToken, CancellationToken.None);
    }

    public void WriteArchive(string name, string member, byte[] content)
    {
        using var archive = ZipFile.Open(Path.Combine(Files, name), ZipArchiveMode.Create);
        using var entry = archive.CreateEntry(member).Open();
        entry.Write(content);
    }

    /// <summary>Describes the files as they are now.</summary>
    public void WriteBuild(params string[] names) => File.WriteAllLines(
        Path.Combine(Files, "build.yaml"),
        [
            "build: trial",
            "version: \"1\"",
            "counter: 1",
            "models: [espero/virtual-a, espero/virtual-b, espero/virtual-c]",
            "files:",
            .. names.Select(name => Path.Combine(Files, name)).Select(path => string.Create(
                CultureInfo.InvariantCulture,
                $"  - {{ name: {Path.GetFileName(path)}, size: {new FileInfo(path).Length}, sha256: {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))} }}")),
        ]);

    public void Write(string name, byte[] content) => File.WriteAllBytes(Path.Combine(Files, name), content);

    public byte[] Written(string partition) => Beginning(partition, Image.Length);

    /// <summary>The first bytes of a partition, as many as there are; a phone without it has none.</summary>
    public byte[] Beginning(string partition, int bytes)
    {
        if (!File.Exists(Phone.PartitionPath(partition)))
        {
            return [];
        }

        using var file = new FileStream(Phone.PartitionPath(partition), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var beginning = new byte[bytes];
        return beginning[..file.ReadAtLeast(beginning, bytes, throwOnEndOfStream: false)];
    }

    /// <summary>A file that was pushed onto the phone.</summary>
    public byte[] Pushed(string path) => File.ReadAllBytes(Path.Combine(_folder.In("phone"), "files", Uri.EscapeDataString(path)));

    public async ValueTask DisposeAsync()
    {
        await Phone.DisposeAsync();
        _folder.Dispose();
        await _talk.DisposeAsync();
        await _output.DisposeAsync();
    }

    private void Hear(string command, Action<string>? tell)
    {
        _heard.Enqueue(command);
        tell?.Invoke(command);
    }
}
