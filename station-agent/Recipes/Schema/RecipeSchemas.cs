using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Vocabulary;
using static Espero.Station.Recipes.Schema.SchemaNodes;

namespace Espero.Station.Recipes.Schema;

/// <summary>
/// JSON Schemas for editors, made from the vocabulary that the compiler reads by, so that they cannot drift from it. They say what
/// a file looks like; whether a recipe can be carried out only the compiler says.
/// </summary>
public static class RecipeSchemas
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // no page ever holds it, and its patterns stay legible
    };

    /// <summary>By file name: "recipe.schema.json", and one for each other file that people write beside recipes.</summary>
    public static ImmutableSortedDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["recipe.schema.json"] = Write("A recipe of Espero", Recipe()),
        ["model.schema.json"] = Write("What a recipe of another format leaves unsaid (model.yaml)", Model()),
        ["build.schema.json"] = Write("A build of Espero", BuildSchema()),
        ["origins.schema.json"] = Write("Where the files of a recipe come from (NAME.origins.yaml)", OriginsSchema()),
        ["pack.schema.json"] = Write("A pack of recipes and whom to name (pack.yaml)", Pack()),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static JsonObject Recipe()
    {
        var schema = Group(
            [
                ("recipe", Form(ValueRules.Code)),
                .. Head(),
                ("source", Source()),
                ("never-write", OneOrMore(() => Form(ValueRules.Partition))),
                ("steps", List(Ref(StepSchema.Name))),
            ],
            ["recipe", "model", "identity", "proof", "steps"]);
        schema["definitions"] = Object([.. SchemaDefinitions.All(), (StepSchema.Name, StepSchema.Make())]);
        return schema;
    }

    private static JsonObject Model()
    {
        var schema = Group(
            [("recipe", Form(ValueRules.Code)), .. Head(), ("leave", OneOrMore(() => Form(ValueRules.Partition)))],
            ["model", "identity"]);
        schema["definitions"] = Object(SchemaDefinitions.All());
        return schema;
    }

    private static IEnumerable<(string Key, JsonNode Value)> Head() =>
    [
        ("model", Form(ValueRules.Model)),
        ("identity", Ref(SchemaDefinitions.Tests)),
        ("proof", OneWordOf(PlanWords.Proofs.Words)),
        ("partitions", Object(
            ("type", "object"),
            ("additionalProperties", OneWordOf(PartitionCatalogue.ClassWords.Words.Remove("never-write"))))),
        ("requires", Ref(SchemaDefinitions.Tests)),
        ("rollback", Ref(SchemaDefinitions.Tests)),
    ];

    private static JsonObject Source()
    {
        (string Key, JsonNode Value)[] keys =
        [
            ("project", Form(ValueRules.Title)),
            ("file", Form(ValueRules.Title)),
            ("sha256", Form(ValueRules.Sha256)),
            ("licence", Form(ValueRules.Title)),
        ];
        return Group(keys, keys.Select(key => key.Key));
    }

    private static JsonObject BuildSchema()
    {
        var file = Group(
            [
                ("name", Form(ValueRules.FileName)),
                ("size", Object(("type", "integer"), ("minimum", 1))),
                ("sha256", Form(ValueRules.Sha256)),
            ],
            ["name", "size", "sha256"]);
        return Group(
            [
                ("build", Form(ValueRules.Title)),
                ("version", Form(ValueRules.Version)),
                ("counter", Object(("type", "integer"), ("minimum", 0))),
                ("models", List(Form(ValueRules.Model))),
                ("files", List(file)),
            ],
            ["build", "version", "counter", "models", "files"]);
    }

    private static JsonObject OriginsSchema()
    {
        var file = Group(
            [
                ("name", Form(ValueRules.FileName)),
                ("way", OneWordOf(OriginWords.Ways.Words)),
                ("address", Form(ValueRules.Address)),
                ("codename", Form(ValueRules.Title)),
                ("role", Form(ValueRules.Title)),
                ("choose", List(Form(ValueRules.Title))),
                ("sha256", Form(ValueRules.Sha256)),
                ("md5", Form(ValueRules.Md5)),
            ],
            ["name", "way"]);
        var facts = Group(
            [("file", Form(ValueRules.Title)), ("project", Form(ValueRules.Title)), ("attribution", Form(ValueRules.Title)), ("licence", Form(ValueRules.Title))],
            ["file"]);
        return Group(
            [("system", Form(ValueRules.Title)), ("models", List(Form(ValueRules.Model))), ("facts-from", List(facts)), ("files", List(file))],
            ["system", "models", "files"]);
    }

    private static JsonObject Pack()
    {
        (string Key, JsonNode Value)[] keys =
        [
            ("pack", Form(ValueRules.Code)),
            ("project", Form(ValueRules.Title)),
            ("attribution", Form(ValueRules.Title)),
            ("licence", Form(ValueRules.Title)),
        ];
        return Group(keys, keys.Select(key => key.Key));
    }

    private static string Write(string title, JsonObject schema)
    {
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        schema.Insert(1, "title", title);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            schema.WriteTo(json);
        }

        return $"{Encoding.UTF8.GetString(bytes.ToArray())}\n";
    }
}
