using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Microsoft.OpenApi;

namespace Espero.Orchestrator.Operations;

/// <summary>JSON schemas of proto messages, as proto JSON spells them; each message is one component of the document.</summary>
internal sealed class ProtoSchemas(OpenApiDocument document)
{
    public IOpenApiSchema OfMessage(MessageDescriptor message)
    {
        if (message.FullName == Timestamp.Descriptor.FullName)
        {
            return new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" };
        }

        if (message.FullName == Duration.Descriptor.FullName)
        {
            return new OpenApiSchema { Type = JsonSchemaType.String, Description = "Seconds, as in \"1.5s\"." };
        }

        AddComponent(message);
        return new OpenApiSchemaReference(NameOf(message), document);
    }

    public IOpenApiSchema OfField(FieldDescriptor field) => field.IsRepeated
        ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = OfValue(field) }
        : OfValue(field);

    private void AddComponent(MessageDescriptor message)
    {
        if (document.Components?.Schemas?.ContainsKey(NameOf(message)) is true)
        {
            return;
        }

        var schema = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema>() };
        document.AddComponent(NameOf(message), schema);
        foreach (var field in message.Fields.InDeclarationOrder())
        {
            schema.Properties[field.JsonName] = OfField(field);
        }
    }

    private IOpenApiSchema OfValue(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message => OfMessage(field.MessageType),
        FieldType.Enum => new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. field.EnumType.Values.Select(value => (System.Text.Json.Nodes.JsonNode)value.Name)],
        },
        FieldType.Bool => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        FieldType.UInt32 => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "0" },
        FieldType.UInt64 => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[0-9]+$", Description = "A 64-bit number." },
        FieldType.Bytes => new OpenApiSchema { Type = JsonSchemaType.String, Format = "byte" },
        _ => new OpenApiSchema { Type = JsonSchemaType.String },
    };

    // "ReleasePhoneRequest.Checks": the package is the same for all but a few, whose names differ.
    private static string NameOf(MessageDescriptor message) =>
        message.ContainingType is { } outer ? $"{NameOf(outer)}.{message.Name}" : message.Name;
}
