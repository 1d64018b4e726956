using System.Security.Cryptography;
using Google.Protobuf;

namespace Espero.Station.Recipes.Compiling;

/// <summary>A plan as the exact bytes that are stored, hashed and sent. Nobody serialises it a second time.</summary>
public sealed class CompiledPlan
{
    private CompiledPlan(ByteString bytes)
    {
        Bytes = bytes;
        Sha256 = HashOf(bytes.Span);
    }

    public ByteString Bytes { get; }

    /// <summary>Of <see cref="Bytes"/>; 32 bytes.</summary>
    public ByteString Sha256 { get; }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Sha256Text => Convert.ToHexStringLower(Sha256.Span);

    /// <summary>A copy of the message, read from the bytes.</summary>
    public Plan.V1.Plan ToPlan() => Plan.V1.Plan.Parser.ParseFrom(Bytes);

    /// <summary>The SHA-256 of a plan's bytes; 32 bytes.</summary>
    public static ByteString HashOf(ReadOnlySpan<byte> bytes) => ByteString.CopyFrom(SHA256.HashData(bytes));

    internal static CompiledPlan From(Plan.V1.Plan plan) => new(plan.ToByteString());
}
