using System.Collections.Frozen;

namespace Espero.Station.Protocols.Fastboot;

/// <summary>One line of <c>getvar all</c>.</summary>
public readonly record struct FastbootVariable(string Name, string Value)
{
    // These carry an argument after a colon of their own (AOSP fastboot/constants.h); other values may hold colons.
    private static readonly FrozenSet<string> WithArgument = new[]
    {
        "partition-size", "partition-type", "has-slot", "is-logical",
        "slot-successful", "slot-unbootable", "slot-retry-count",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads <c>name:value</c> or <c>name: value</c>; null where the line is neither.</summary>
    public static FastbootVariable? Parse(string line)
    {
        var first = line.IndexOf(':', StringComparison.Ordinal);
        if (first <= 0)
        {
            return null;
        }

        var split = WithArgument.Contains(line[..first].Trim()) ? line.LastIndexOf(':') : first;
        return new FastbootVariable(line[..split].Trim(), line[(split + 1)..].Trim());
    }
}
