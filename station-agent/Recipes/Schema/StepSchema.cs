using System.Text.Json.Nodes;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Vocabulary;
using static Espero.Station.Recipes.Schema.SchemaNodes;

namespace Espero.Station.Recipes.Schema;

/// <summary>A step of a recipe, from the vocabulary: exactly one verb with its keys, perhaps an id, a condition, a fallback.</summary>
internal static class StepSchema
{
    public const string Name = "step";

    public static JsonObject Make()
    {
        var group = Group(
            [
                ("id", Form(ValueRules.StepId)),
                ("condition", Ref(SchemaDefinitions.Condition)),
                ("fallback", List(Ref(Name))),
                .. VerbCatalogue.All.Select(verb => (verb.Name, (JsonNode)Body(verb))),
            ],
            []);
        group.Remove("required");
        group["oneOf"] = Array(VerbCatalogue.All.Select(verb => Object(("required", Texts([verb.Name])))));
        return AnyOf(OneWordOf(VerbCatalogue.All.Where(verb => verb.StandsAlone).Select(verb => verb.Name)), group);
    }

    private static JsonObject Body(Verb verb)
    {
        var group = Group(
            verb.Keys.Select(key => (key.Name, (JsonNode)Value(key))), verb.Keys.Where(key => key.IsRequired).Select(key => key.Name));
        JsonNode[] forms =
        [
            .. verb.StandsAlone ? (JsonNode[])[Object(("type", "null"))] : [],
            .. verb.ShortKey is { } shortKey ? (JsonNode[])[Value(verb.Keys.Single(key => key.Name == shortKey))] : [],
            group,
        ];
        return forms.Length == 1 ? group : AnyOf(forms);
    }

    private static JsonObject Value(VerbKey key) => key.Kind switch
    {
        KeyKind.File => Ref(SchemaDefinitions.FileName),
        KeyKind.Files => OneOrMore(() => Ref(SchemaDefinitions.FileName)),
        KeyKind.Partition => Ref(SchemaDefinitions.Partition),
        KeyKind.Choice => OneWordOf(key.Choices),
        KeyKind.Choices => OneOrMore(() => OneWordOf(key.Choices)),
        KeyKind.Flag => SchemaDefinitions.Flag(),
        KeyKind.Duration => Object(("type", "string"), ("pattern", "^[0-9]{1,6}[smh]$")),
        KeyKind.Size => AnyOf(
            Object(("type", "integer"), ("minimum", 1)), Object(("type", "string"), ("pattern", "^[0-9]+ *(?:KiB|MiB|GiB)?$"))),
        KeyKind.Text => Object(("type", Texts(["string", "number", "boolean"])), ("maxLength", key.MaxLength)),
        KeyKind.Code => Form(ValueRules.Code),
        KeyKind.PathOnPhone => Object(("allOf", Array(
            Form(ValueRules.PathOnPhone),
            Object(("pattern", $"^(?:{string.Join('|', AllowList.PushFolders)})"))))),
        KeyKind.Tests => Ref(SchemaDefinitions.Tests),
        KeyKind.Members => List(Group(
            [("path", Form(ValueRules.PathInArchive)), ("file", Ref(SchemaDefinitions.FileName))],
            ["path", "file"])),
    };
}
