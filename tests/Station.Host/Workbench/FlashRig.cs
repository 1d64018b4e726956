using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using Espero.Station.Protocols.Fastboot;
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
    private readonly TempFolder _folder = new();
    private readonly StringWriter _talk = new();
    private readonly StringWriter _output = new();

    private FlashRig(VirtualPhoneOptions options)
    {
        Phone = VirtualPhoneServer.Start(options with { StoreDirectory = _folder.In("phone") }, TimeProvider.System, new Random(1));
        Directory.CreateDirectory(Files);
        File.WriteAllBytes(Path.Combine(Files, "boot.img"), Image);
    }

    public byte[] Image { get; } = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7))];

    public VirtualPhoneServer Phone { get; }

    public string Talk => _talk.ToString();

    public string Output => _output.ToString();

    public string Files => _folder.In("files");

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
    public static FlashRig StartWithAdb(PhoneMode mode, ImmutableArray<Fault> faults) => Start(options => options with
    {
        Model = VirtualC.Model,
        ListenAdb = new(IPAddress.Loopback, 0),
        StartMode = mode,
        AdbStaysOn = true,
        Faults = faults,
    });

    /// <summary>Runs the command, and says its exit code.</summary>
    public async Task<int> RunAsync(string recipe, Func<FlashRequest, FlashRequest>? change = null, string? typed = null, string language = "en",
        FastbootOptions? fastboot = null)
    {
        var recipePath = _folder.In("recipe.yaml");
        await File.WriteAllTextAsync(recipePath, recipe, TestContext.Current.CancellationToken);
        var way = Phone.AdbAddress is { } adb ? $"{Phone.Target},adb:{adb}" : Phone.Target;
        Assert.True(PortAddress.TryParse(way, 1, out var port));
        var request = new FlashRequest
        {
            Phone = new PhoneSpec.At(port),
            RecipePath = recipePath,
            FilesDirectory = Files,
            DataDirectory = _folder.In("data"),
            AsJson = true,
        };
        var surroundings = new Surroundings(
            _output, _talk, typed is null ? null : new StringReader(typed), TalkIsTerminal: false, name => name == "LANG" ? language : null);
        await using var bench = new PhoneBench(_folder.In("data"), fastboot ?? new FastbootOptions(), TimeProvider.System);
        return await new FlashProgram(change?.Invoke(request) ?? request, bench, surroundings, TimeProvider.System)
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
            "models: [espero/virtual-a]",
            "files:",
            .. names.Select(name => Path.Combine(Files, name)).Select(path => string.Create(
                CultureInfo.InvariantCulture,
                $"  - {{ name: {Path.GetFileName(path)}, size: {new FileInfo(path).Length}, sha256: {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))} }}")),
        ]);

    public byte[] Written(string partition) =>
        File.Exists(Phone.PartitionPath(partition)) ? File.ReadAllBytes(Phone.PartitionPath(partition))[..Image.Length] : [];

    public async ValueTask DisposeAsync()
    {
        await Phone.DisposeAsync();
        _folder.Dispose();
        await _talk.DisposeAsync();
        await _output.DisposeAsync();
    }
}
