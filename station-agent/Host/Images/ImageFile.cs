using Google.Protobuf;

namespace Espero.Station.Images;

/// <summary>A file that a plan names: what it holds decides, not what it is called.</summary>
internal sealed record ImageFile(ByteString Sha256, long SizeBytes)
{
    public string Hash { get; } = Convert.ToHexStringLower(Sha256.Span);

    public static ImageFile From(Plan.V1.File file) => new(file.Sha256, checked((long)file.SizeBytes));
}
