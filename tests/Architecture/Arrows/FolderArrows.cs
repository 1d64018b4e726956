using System.Reflection;

namespace Espero.Architecture.Tests.Arrows;

/// <summary>Which folder of a host may use which, as the design allows it, compared with what the compiled program does.</summary>
internal sealed class FolderArrows(Assembly host, string rootNamespace, IReadOnlyDictionary<string, string[]> allowed)
{
    /// <summary>One line per arrow that the list does not have: who points at what, and in which type.</summary>
    public IReadOnlyList<string> Forbidden() =>
        [.. Types()
            .Where(type => FolderOf(type) is not null)
            .SelectMany(type => ReferencedTypes.Of(type).Select(used => (From: type, To: used)))
            .Where(arrow => IsForbidden(FolderOf(arrow.From), FolderOf(arrow.To)))
            .Select(arrow => $"{FolderOf(arrow.From)} -> {FolderOf(arrow.To)}: {Outermost(arrow.From).Name} uses {Outermost(arrow.To).Name}")
            .Distinct()
            .Order(StringComparer.Ordinal)];

    /// <summary>Folders that no arrow was decided for.</summary>
    public IReadOnlyList<string> Undecided() =>
        [.. Types().Select(FolderOf).OfType<string>().Distinct().Where(folder => !allowed.ContainsKey(folder)).Order(StringComparer.Ordinal)];

    private bool IsForbidden(string? from, string? to) =>
        from is not null && to is not null && from != to && allowed.TryGetValue(from, out var targets) && !targets.Contains(to);

    // Async methods and lambdas are nested types with names that nobody wrote.
    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private Type[] Types() => host.GetTypes();

    // Null for what is in no folder: Program, the composition root, and what the compiler adds.
    private string? FolderOf(Type type) =>
        type.Assembly == host && type.Namespace is { } name && name.StartsWith(rootNamespace + ".", StringComparison.Ordinal)
            ? name[(rootNamespace.Length + 1)..].Split('.')[0]
            : null;
}
