using System.Text.Json.Nodes;
using Espero.Orchestrator.Answers;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Http.Features;

namespace Espero.Orchestrator.Operations;

/// <summary>Reads an HTTP request as the rpc's message: body or query in proto JSON's names, and what the path names.</summary>
internal static class RestRequest
{
    // A request names ids and words, and at most a build file and a recipe.
    private const int MaxBodyBytes = 4 << 20;

    public static async Task<Answer<TRequest>> ReadAsync<TRequest>(HttpContext context, RestRoute route)
        where TRequest : class, IMessage<TRequest>, new()
    {
        try
        {
            var fields = route.HasBody ? await ReadBodyAsync(context) : ReadQuery(context.Request.Query, route);
            foreach (var field in route.PathFields)
            {
                fields.Remove(field.Name);
                fields[field.JsonName] = context.Request.RouteValues[field.Name]?.ToString();
            }

            return JsonParser.Default.Parse<TRequest>(fields.ToJsonString());
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or System.Text.Json.JsonException or InvalidOperationException or FormatException)
        {
            return RequestSentences.NotJson(e.Message);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return RequestSentences.TooLong(MaxBodyBytes);
        }
    }

    private static async Task<JsonObject> ReadBodyAsync(HttpContext context)
    {
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MaxBodyBytes;
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        return body.Length == 0 ? [] : JsonNode.Parse(body)?.AsObject() ?? [];
    }

    // Unknown names are refused by the parser: a misspelt filter must not silently list everything.
    private static JsonObject ReadQuery(IQueryCollection query, RestRoute route)
    {
        var fields = route.OtherFields.SelectMany(field => new[] { (field.Name, field), (field.JsonName, field) }).DistinctBy(pair => pair.Item1)
            .ToDictionary(pair => pair.Item1, pair => pair.field);
        var json = new JsonObject();
        foreach (var (name, values) in query)
        {
            json[name] = fields.TryGetValue(name, out var field) && field.IsRepeated
                ? new JsonArray([.. values.Select(value => (JsonNode?)JsonValue.Create(value))])
                : ReadValue(field, values.ToString());
        }

        return json;
    }

    private static JsonValue ReadValue(FieldDescriptor? field, string text) =>
        field?.FieldType is FieldType.Bool ? JsonValue.Create(bool.Parse(text)) : JsonValue.Create(text);
}
