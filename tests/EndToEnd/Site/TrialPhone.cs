using System.Globalization;
using Espero.Testing;
using Espero.Testing.Programs;

namespace Espero.EndToEnd.Tests.Site;

/// <summary>A virtual phone at its own address, whose partitions are files that a test can read.</summary>
internal sealed class TrialPhone : IAsyncDisposable
{
    // The model's size of userdata; a file of another length is refused by the program.
    private const long UserdataBytes = 16L * 1024 * 1024 * 1024;

    private readonly SiteProgram _program;

    public TrialPhone(string serial, string folder)
    {
        (Serial, Folder) = (serial, folder);
        Address = string.Create(CultureInfo.InvariantCulture, $"tcp:127.0.0.1:{FreePort.Find()}");
        _program = new SiteProgram(
            $"phone {serial}",
            EsperoPrograms.Phone,
            ["--model", "virtual-a", "--serial", serial, "--listen", Address, "--store", folder, "--boot-time", "0.2"]);
    }

    public string Serial { get; }

    /// <summary>Where it is plugged in: what stations call its port's path.</summary>
    public string Address { get; }

    public string Folder { get; }

    public SiteProgram Program => _program;

    /// <summary>Starts it, or starts it again as the same phone.</summary>
    public void Start(params IEnumerable<string> options) => _program.Start(options);

    /// <summary>Back in its bootloader, as after a person held its keys.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await _program.KillAsync(cancellationToken);
        Start();
    }

    public string PartitionFile(string partition) => Path.Combine(Folder, "partitions", $"{partition}.img");

    /// <summary>Something of its owner's, there before Espero is.</summary>
    public void KeepOwnersData()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PartitionFile("userdata"))!);
        using var file = new FileStream(PartitionFile("userdata"), FileMode.CreateNew);
        file.Write("photographs of the summer"u8);
        file.SetLength(UserdataBytes);
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();
}
