using Espero.Testing.Programs;

namespace Espero.EndToEnd.Tests.Site;

/// <summary>A file system of its own, in memory, for one station: to fill up. Only root may mount one.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const string Size = "192m";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private SmallDisk(string folder) => Folder = folder;

    public static bool CanBeMade => Environment.IsPrivilegedProcess;

    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    public static async Task<SmallDisk> MountAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await RunAsync("mount", ["-t", "tmpfs", "-o", $"size={Size}", "espero-test", folder], cancellationToken);
        return new SmallDisk(folder);
    }

    /// <summary>Leaves only so many bytes free.</summary>
    public void FillUpTo(long freeBytes)
    {
        var zeros = new byte[1024 * 1024];
        using var file = File.Create(Filler);
        while (new DriveInfo(Folder).AvailableFreeSpace > freeBytes)
        {
            file.Write(zeros);
            file.Flush();
        }
    }

    /// <summary>As a person would.</summary>
    public void MakeRoom() => File.Delete(Filler);

    // Lazily, for the station that still has files open there is killed after this.
    public async ValueTask DisposeAsync() => await RunAsync("umount", ["--lazy", Folder], CancellationToken.None);

    private static async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var result = await ChildProgram.RunAsync(program, arguments, Limit, cancellationToken);
        Assert.True(result.ExitCode == 0, $"{program} ended with {result.ExitCode}: {result.Output}");
    }
}
