using System.Text.Json.Nodes;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Schema;

/// <summary>The few shapes that the schemas are made of (JSON Schema, draft 7, which every editor's YAML plug-in reads).</summary>
internal static class SchemaNodes
{
    public static JsonObject Object(params IEnumerable<(string Key, JsonNode Value)> members) =>
        new(members.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)member.Value)));

    public static JsonArray Array(params IEnumerable<JsonNode> items) => new([.. items]);

    public static JsonArray Texts(IEnumerable<string> texts) => Array(texts.Select(text => (JsonNode)text));

    public static JsonObject Ref(string definition) => Object(("$ref", $"#/definitions/{definition}"));

    public static JsonObject AnyOf(params IEnumerable<JsonNode> choices) => Object(("anyOf", Array(choices)));

    public static JsonObject OneOf(params IEnumerable<JsonNode> choices) => Object(("oneOf", Array(choices)));

    public static JsonObject OneWordOf(IEnumerable<string> words) => Object(("enum", Texts(words)));

    /// <summary>Text of this form. YAML reads 12 as a number where the compiler reads the text "12", so a number passes.</summary>
    public static JsonObject Form(ValueRule rule) => Form(rule.Pattern.ToString());

    /// <inheritdoc cref="Form(ValueRule)"/>
    /// <param name="pattern">Its ends may be written as .NET does.</param>
    public static JsonObject Form(string pattern) => Object(
        ("type", Texts(["string", "number"])),
        ("pattern", pattern.Replace(@"\A", "^", StringComparison.Ordinal).Replace(@"\z", "$", StringComparison.Ordinal)));

    public static JsonObject Any() => Object(("type", Texts(["string", "number", "boolean"])));

    public static JsonObject List(JsonNode item) => Object(("type", "array"), ("minItems", 1), ("items", item));

    /// <summary>One, or a list of at least one.</summary>
    public static JsonObject OneOrMore(Func<JsonNode> item) => AnyOf(item(), List(item()));

    /// <summary>A group with these keys and no others.</summary>
    public static JsonObject Group(IEnumerable<(string Key, JsonNode Value)> keys, IEnumerable<string> required) => Object(
        ("type", "object"),
        ("properties", Object(keys)),
        ("required", Texts(required)),
        ("additionalProperties", false));
}
