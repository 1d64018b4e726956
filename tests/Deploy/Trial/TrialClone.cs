using Espero.Testing;
using Espero.Testing.Programs;

namespace Espero.Deploy.Tests.Trial;

/// <summary>
/// A clone of its own for one test, with this clone's scripts and built programs. What it runs is kept inside it and goes with it.
/// </summary>
internal sealed class TrialClone : IDisposable
{
    private const UnixFileMode Everybody =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly TemporaryFolder _folder = new();

    public TrialClone()
    {
        File.SetUnixFileMode(_folder.Path, Everybody); // the servers' own users must be able to enter it
        CopyFolder(Repository.PathTo("deploy"), PathTo("deploy"));
        File.WriteAllText(PathTo("deploy/build.sh"), "#!/bin/bash\n"); // the programs are built already
        Directory.CreateSymbolicLink(PathTo("out"), Path.GetDirectoryName(EsperoPrograms.Station)!);
    }

    public string Root => _folder.Path;

    public string Up => PathTo("deploy/up.sh");

    public string PathTo(string name) => _folder.PathTo(name);

    /// <summary>Starts up.sh with ports of its own.</summary>
    public UpRun StartUp(params IEnumerable<string> options) => new(this, options, new Dictionary<string, string?>());

    /// <summary>Starts up.sh where the named folder's programs are found before all others.</summary>
    public UpRun StartUpWith(string programs, params IEnumerable<string> options) => new(
        this, options, new Dictionary<string, string?> { ["PATH"] = $"{programs}:{Environment.GetEnvironmentVariable("PATH")}" });

    public void Dispose() => _folder.Dispose();

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
