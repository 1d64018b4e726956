namespace Espero.Architecture.Tests.Tree;

/// <summary>The files people write: what the build makes is left out.</summary>
internal static class SourceTree
{
    private static readonly string[] Made = ["bin", "obj", "out", ".run", ".git", ".vs", ".idea", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Files { get; } = [.. FilesIn(Root).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> CSharp => Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal));

    public static string PathTo(string path) => Path.Combine(Root, path);

    /// <summary>As people name it: from the root of the tree.</summary>
    public static string NameOf(string file) => Path.GetRelativePath(Root, file);

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder)
            .Where(child => !Made.Contains(Path.GetFileName(child)))
            .SelectMany(FilesIn));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Espero.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Espero.sln.");
        }

        return folder.FullName;
    }
}
