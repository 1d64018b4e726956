using System.Text.RegularExpressions;

namespace Espero.Architecture.Tests.Tree;

/// <summary>What a C# file declares at its top level. With file-scoped namespaces those lines start at the margin.</summary>
internal sealed partial class SourceFile(string path)
{
    private readonly string[] _lines = File.ReadAllLines(path);

    public string Name => SourceTree.NameOf(path);

    public int Length => _lines.Length;

    /// <summary>X for X.cs, for X.Log.cs and for the code beside a page, X.razor.cs.</summary>
    public string ExpectedType => Path.GetFileName(path).Split('.')[0];

    public IReadOnlyList<string> Types => [.. _lines.Select(line => Declaration().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value)];

    /// <summary>Classes that hold code. Messages, values, enums and what a generator fills in are not.</summary>
    public int ClassesWithABody => _lines.Count(line =>
        Declaration().Match(line) is { Success: true } match
        && match.Groups["kind"].Value is "class"
        && !line.TrimEnd().EndsWith(';'));

    [GeneratedRegex(@"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly|ref|unsafe) )+(?<kind>class|record struct|record class|record|struct|enum|interface) (?<name>\w+)")]
    private static partial Regex Declaration();
}
