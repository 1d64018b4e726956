namespace Espero.Station.Recipes.Source;

/// <summary>Makes the nodes that the same words of a recipe would have, at the places of another file.</summary>
internal static class StepNodes
{
    public static SourceScalar Text(SourceNode at, string text) =>
        new(at.Line, at.Column, text, isPlain: false) { FileName = at.FileName };

    public static SourceList List(SourceNode at, params IEnumerable<SourceNode> items) =>
        new(at.Line, at.Column, [.. items]) { FileName = at.FileName };

    public static SourceMap Map(SourceNode at, params IEnumerable<(string Key, SourceNode Value)> entries) =>
        new(at.Line, at.Column, [.. entries.Select(entry => new SourceEntry(Text(at, entry.Key), entry.Value))]) { FileName = at.FileName };

    /// <summary>"verb: { key: value … }".</summary>
    public static SourceMap Step(SourceNode at, string verb, params IEnumerable<(string Key, SourceNode Value)> keys) =>
        Map(at, (verb, Map(at, keys)));

    /// <summary>"verb: value"; without a value a verb that has no keys.</summary>
    public static SourceMap Short(SourceNode at, string verb, SourceNode? value = null) => Map(
        at, (verb, value ?? new SourceScalar(at.Line, at.Column, "", isPlain: true) { FileName = at.FileName }));

    /// <summary>"fact: value", or one of several.</summary>
    public static SourceMap Test(SourceNode at, string fact, params IEnumerable<SourceNode> values) => Map(at, (fact, List(at, values)));

    /// <summary>"fact: { expectation: value }".</summary>
    public static SourceMap Test(SourceNode at, string fact, string expectation, string value) =>
        Map(at, (fact, Map(at, (expectation, Text(at, value)))));
}
