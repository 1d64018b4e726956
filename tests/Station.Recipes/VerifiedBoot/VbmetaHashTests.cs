using System.Security.Cryptography;
using Espero.Station.Recipes.VerifiedBoot;

namespace Espero.Station.Recipes.Tests.VerifiedBoot;

public sealed class VbmetaHashTests
{
    private static readonly byte[] Image = [1, 2, 3, 4, 5];
    private static readonly byte[] Salt = [9, 9];

    [Fact]
    public void An_image_in_pieces_with_a_footer_behind_it_is_right() => Assert.True(IsRight([1, 2], [3, 4, 5, 6, 7]));

    [Fact]
    public void Another_image_is_not_right() => Assert.False(IsRight([1, 2, 3, 4, 6]));

    [Fact]
    public void An_image_that_is_cut_off_is_not_right() => Assert.False(IsRight([1, 2, 3]));

    [Theory]
    [InlineData(VbmetaCover.HashTree, "sha256")]
    [InlineData(VbmetaCover.Chain, "")]
    [InlineData(VbmetaCover.Hash, "sha1")]
    public void What_is_no_hash_of_a_whole_image_is_not_begun(VbmetaCover kind, string algorithm) => Assert.Null(VbmetaHash.Begin(Descriptor(kind, algorithm)));

    private static bool IsRight(params byte[][] pieces)
    {
        using var hash = VbmetaHash.Begin(Descriptor(VbmetaCover.Hash, "sha256"))!;
        foreach (var piece in pieces)
        {
            hash.Append(piece);
        }

        return hash.IsRight();
    }

    private static VbmetaDescriptor Descriptor(VbmetaCover kind, string algorithm) =>
        new(kind, "boot", (ulong)Image.Length, algorithm, [.. Salt], [.. SHA256.HashData([.. Salt, .. Image])], []);
}
