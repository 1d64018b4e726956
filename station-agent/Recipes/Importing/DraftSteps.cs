using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Vocabulary;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing;

/// <summary>Makes the steps that every importer needs, at the place of the source that asks for them.</summary>
internal static class DraftSteps
{
    private const string RestartLimit = "3m";

    public static SourceMap Fetch(SourceNode at, params IEnumerable<string> files) =>
        Short(at, "fetch", List(at, files.Select(file => Text(at, file))));

    /// <summary>Restarts and waits until the phone is back; into its system nobody waits, the look at the end does.</summary>
    public static IEnumerable<SourceMap> Reboot(SourceNode at, string target, SourceMap? otherwise = null)
    {
        yield return WithFallback(at, Short(at, "reboot", Text(at, target)), otherwise);
        if (target is not ("system" or "continue"))
        {
            yield return Await(at, target);
        }
    }

    public static SourceMap Await(SourceNode at, string mode) =>
        Step(at, "await-mode", [("mode", Text(at, mode)), ("within", Text(at, RestartLimit))]);

    /// <summary>
    /// Hands a package to the recovery, which installs it and is waited for. One that has restarted by itself is found by what follows.
    /// </summary>
    public static IEnumerable<SourceMap> Sideload(SourceNode at, string file) =>
    [
        Short(at, "sideload", Text(at, file)),
        WithFallback(at, Await(at, "recovery"), Short(at, "checkpoint", Text(at, "left-recovery"))),
    ];

    public static SourceMap Flash(SourceNode at, string partition, string file, params IEnumerable<(string Key, SourceNode Value)> more)
    {
        var (name, slot) = Split(at, partition);
        return Step(at, "flash", [("partition", name), ("file", Text(at, file)), .. Slot(slot), .. more]);
    }

    public static SourceMap Erase(SourceNode at, string partition)
    {
        var (name, slot) = Split(at, partition);
        return Step(at, "erase", [("partition", name), .. Slot(slot)]);
    }

    public static SourceMap Logical(SourceNode at, string action, string partition, string? size = null)
    {
        var (name, slot) = Split(at, partition);
        return Step(at, "logical", [("action", Text(at, action)), ("partition", name), .. Slot(slot), .. Maybe(at, "size", size)]);
    }

    /// <summary>Keys that are left out when there is nothing to say.</summary>
    public static IEnumerable<(string Key, SourceNode Value)> Maybe(SourceNode at, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            yield return (key, Text(at, value));
        }
    }

    /// <summary>What the source says to a person, in its own words, as far as an ask has room for them.</summary>
    public static IEnumerable<(string Key, SourceNode Value)> OwnWords(SourceNode at, string? said) => Maybe(
        at, "words", said is { Length: > PhoneVerbs.LongestWords } ? said[..PhoneVerbs.LongestWords] : said);

    public static IEnumerable<(string Key, SourceNode Value)> Flag(SourceNode at, string key, bool isSet) => Maybe(at, key, isSet ? "true" : null);

    public static SourceMap WithFallback(SourceNode at, SourceMap step, params IEnumerable<SourceMap?> fallback)
    {
        SourceMap[] there = [.. fallback.OfType<SourceMap>()];
        return there.Length == 0 ? step : new SourceMap(at.Line, at.Column, [.. step.Entries, new SourceEntry(Text(at, "fallback"), List(at, there))]);
    }

    public static SourceMap WithCondition(SourceNode at, SourceMap step, SourceNode condition) =>
        new(at.Line, at.Column, [.. step.Entries, new SourceEntry(Text(at, "condition"), condition)]);

    // Others write "boot_a" where a recipe says boot, slot a.
    private static (SourceScalar Name, string? Slot) Split(SourceNode at, string partition)
    {
        var bare = PartitionCatalogue.WithoutSlot(partition);
        return bare == partition || PartitionCatalogue.Known.Contains(partition)
            ? (Text(at, partition), null)
            : (Text(at, bare), partition[^1..].ToLowerInvariant());
    }

    private static IEnumerable<(string Key, SourceNode Value)> Slot(string? slot)
    {
        if (slot is not null)
        {
            yield return ("slot", new SourceScalar(1, 1, slot, isPlain: false));
        }
    }
}
