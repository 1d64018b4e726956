using Google.Protobuf.Reflection;

namespace Espero.Orchestrator.Operations;

/// <summary>The REST twin of one rpc, attached to its endpoint so that the OpenAPI document describes what is mapped.</summary>
internal sealed record RestRoute(MethodDescriptor Rpc, string HttpMethod, string Pattern)
{
    /// <summary>GET carries its fields in the query, everything else in the body; what the path names comes from there.</summary>
    public bool HasBody => HttpMethod != HttpMethods.Get;

    public IEnumerable<FieldDescriptor> PathFields => Rpc.InputType.Fields.InDeclarationOrder().Where(InPath);

    public IEnumerable<FieldDescriptor> OtherFields => Rpc.InputType.Fields.InDeclarationOrder().Where(candidate => !InPath(candidate));

    private bool InPath(FieldDescriptor field) => Pattern.Contains($"{{{field.Name}}}", StringComparison.Ordinal);
}
