using System.Text.Json.Nodes;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Vocabulary;
using static Espero.Station.Recipes.Schema.SchemaNodes;

namespace Espero.Station.Recipes.Schema;

/// <summary>What several keys have in common.</summary>
internal static class SchemaDefinitions
{
    public const string FileName = "file-name";
    public const string Partition = "partition";
    public const string Tests = "tests";
    public const string Condition = "condition";

    private const string TestMap = "test-map";
    private const string Expectation = "expectation";
    private static readonly string Fact = $@"^(?:{string.Join('|', FactName.Sources)})\.[A-Za-z0-9_][A-Za-z0-9._:-]{{0,99}}$";

    /// <summary>Of facts and partitions: what the head of a recipe and its steps name.</summary>
    public static IEnumerable<(string Key, JsonNode Value)> All() =>
    [
        (FileName, Form(ValueRules.FileName)),
        (Partition, OfPartition()),
        (Expectation, OfExpectation()),
        (TestMap, Object(
            ("type", "object"),
            ("minProperties", 1),
            ("patternProperties", Object((Fact, Ref(Expectation)))),
            ("additionalProperties", false))),
        (Tests, OneOrMore(() => Ref(TestMap))),
        (Condition, OfCondition()),
    ];

    public static JsonObject Flag() => Object(("enum", Array(true, false, "true", "false")));

    // The known names are offered; one that the recipe declares, or asks leave to write, passes.
    private static JsonObject OfPartition() =>
        AnyOf(OneWordOf(PartitionCatalogue.Known.Order(StringComparer.Ordinal)), Form(ValueRules.Partition));

    private static JsonObject OfExpectation()
    {
        var single = Group(
            [
                ("one-of", OneOrMore(Any)),
                ("matches", Object(("type", Texts(["string", "number"])), ("maxLength", FactPattern.MaxLength))),
                ("at-least", Form(@"\A(?:0[xX][0-9A-Fa-f]+|[0-9]+(?:\.[0-9]+)*|[0-9]{4}-[0-9]{2}-[0-9]{2})\z")),
                ("present", Flag()),
            ],
            []);
        single["minProperties"] = 1;
        single["maxProperties"] = 1;
        return AnyOf(Any(), List(Any()), single);
    }

    private static JsonObject OfCondition() => Object(
        ("type", "object"),
        ("minProperties", 1),
        ("properties", Object(("all", List(Ref(Condition))), ("any", List(Ref(Condition))), ("not", Ref(Condition)))),
        ("patternProperties", Object((Fact, Ref(Expectation)))),
        ("additionalProperties", false));
}
