using Espero.Orchestrator.Database;

namespace Espero.Orchestrator.Stations;

/// <summary>Values of proto enums as the tables spell them: the generator has already taken their prefixes off.</summary>
internal static class ProtoWords
{
    public static string Of<T>(T value) where T : struct, Enum => Enum.IsDefined(value) ? Words.Of(value) : "unspecified";
}
