using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Espero.Orchestrator.Operations;

/// <summary>Describes each REST twin in the OpenAPI document, from the descriptor of its rpc.</summary>
internal sealed class RestDocument : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RestRoute>().SingleOrDefault() is { } route)
        {
            Describe(operation, route, new ProtoSchemas(context.Document!));
        }

        return Task.CompletedTask;
    }

    private static void Describe(OpenApiOperation operation, RestRoute route, ProtoSchemas schemas)
    {
        operation.Parameters =
        [
            .. route.PathFields.Select(field => new OpenApiParameter
            {
                Name = field.Name, In = ParameterLocation.Path, Required = true, Schema = schemas.OfField(field),
            }),
        ];
        if (route.HasBody)
        {
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = Json(schemas.OfMessage(route.Rpc.InputType)) };
        }
        else
        {
            foreach (var field in route.OtherFields)
            {
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = field.JsonName,
                    In = ParameterLocation.Query,
                    Schema = schemas.OfField(field),
                });
            }
        }

        operation.Responses ??= [];
        operation.Responses["200"] = new OpenApiResponse { Description = route.Rpc.OutputType.Name, Content = Json(schemas.OfMessage(route.Rpc.OutputType)) };
    }

    private static Dictionary<string, OpenApiMediaType> Json(IOpenApiSchema schema) =>
        new() { ["application/json"] = new OpenApiMediaType { Schema = schema } };
}
