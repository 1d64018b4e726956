namespace Espero.Architecture.Tests.Tree;

public sealed class TreeTests
{
    private const int MaxLines = 300;

    // Names that say nothing about what is inside. "Models" is not one of them: a model is a kind of phone here.
    private static readonly string[] EmptyWords =
        ["Common", "Helpers", "Utils", "Utilities", "Managers", "Interfaces", "Misc", "Shared", "Core"];

    // In two halves, so that this file does not hold what it looks for.
    private static readonly string[] RegistryHosts =
        ["nuget" + ".org", "npmjs" + ".org", "npmjs" + ".com", "deb.debian" + ".org", "yarnpkg" + ".com", "pypi" + ".org"];

    private static IEnumerable<SourceFile> Sources => SourceTree.CSharp.Select(path => new SourceFile(path));

    [Fact]
    public void No_folder_has_a_name_that_says_nothing() =>
        Offences.None(SourceTree.CSharp
            .SelectMany(file => SourceTree.NameOf(file).Split(Path.DirectorySeparatorChar).SkipLast(1))
            .Distinct()
            .Intersect(EmptyWords));

    [Fact]
    public void No_file_is_longer_than_a_person_reads_at_once() =>
        Offences.None(Sources.Where(file => file.Length > MaxLines).Select(file => $"{file.Name}: {file.Length} lines"));

    [Fact]
    public void A_file_holds_one_class_that_has_a_body() =>
        Offences.None(Sources.Where(file => file.ClassesWithABody > 1).Select(file => $"{file.Name}: {string.Join(", ", file.Types)}"));

    [Fact]
    public void A_file_is_named_like_a_type_in_it() =>
        Offences.None(Sources
            .Where(file => file.Types.Count > 0 && !file.Types.Contains(file.ExpectedType))
            .Select(file => $"{file.Name}: {string.Join(", ", file.Types)}"));

    [Fact]
    public void No_file_names_the_host_of_a_package_registry() =>
        Offences.None(
            from path in SourceTree.Files
            where new FileInfo(path).Length < 1_000_000
            let text = File.ReadAllText(path)
            from host in RegistryHosts
            where text.Contains(host, StringComparison.OrdinalIgnoreCase)
            select $"{SourceTree.NameOf(path)}: {host}");

    [Fact]
    public void The_licence_is_the_GPL() =>
        Assert.Contains("GNU GENERAL PUBLIC LICENSE", File.ReadAllText(SourceTree.PathTo("LICENSE")), StringComparison.Ordinal);

    [Theory]
    [InlineData("deploy/up.sh")]
    [InlineData("tests/run.sh")]
    public void The_commands_of_the_readme_are_there_to_run(string command)
    {
        Assert.Contains($"./{command}", File.ReadAllText(SourceTree.PathTo("README.md")), StringComparison.Ordinal);
        Assert.True(File.GetUnixFileMode(SourceTree.PathTo(command)).HasFlag(UnixFileMode.UserExecute));
    }
}
