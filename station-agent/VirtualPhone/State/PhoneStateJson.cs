using System.Text.Json.Serialization;

namespace Espero.VirtualPhone.State;

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PhoneState))]
internal sealed partial class PhoneStateJson : JsonSerializerContext;
