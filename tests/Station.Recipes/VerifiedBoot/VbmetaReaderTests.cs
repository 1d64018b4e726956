using System.Buffers.Binary;
using CsCheck;
using Espero.Station.Recipes.VerifiedBoot;
using Espero.Testing.Images;

namespace Espero.Station.Recipes.Tests.VerifiedBoot;

public sealed class VbmetaReaderTests : IDisposable
{
    private readonly ExampleVbmeta _example = new();

    public void Dispose() => _example.Dispose();

    [Fact]
    public void A_signed_struct_tells_its_key_its_index_and_what_it_covers()
    {
        var image = Read(_example.Make());

        Assert.True(image.IsSignatureValid);
        Assert.True(image.ChecksEverything);
        Assert.Equal(7UL, image.RollbackIndex);
        Assert.Equal(_example.PublicKey, image.PublicKey);
        Assert.Equal([(VbmetaCover.Hash, "boot"), (VbmetaCover.Chain, "vbmeta_system")], image.Descriptors.Select(one => (one.Kind, one.Partition)));
        Assert.Equal((4096UL, "sha256", 32), (image.Descriptors[0].ImageSizeBytes, image.Descriptors[0].HashAlgorithm, image.Descriptors[0].Digest.Length));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_flag_that_switches_a_check_off_is_seen(uint flags) => Assert.False(Read(_example.Make(flags)).ChecksEverything);

    [Fact]
    public void An_unsigned_struct_has_no_valid_signature() => Assert.False(Read(_example.Make(algorithm: 0)).IsSignatureValid);

    [Fact]
    public void Any_changed_byte_of_the_signed_part_breaks_the_signature()
    {
        var bytes = _example.Make();
        bytes[115] ^= 1; // in the rollback index

        Assert.False(Read(bytes).IsSignatureValid);
    }

    [Fact]
    public void Another_keys_signature_is_not_valid()
    {
        using var other = new ExampleVbmeta();
        var bytes = _example.Make();
        other.Make().AsSpan(256 + 32, 256).CopyTo(bytes.AsSpan(256 + 32));

        Assert.False(Read(bytes).IsSignatureValid);
    }

    [Fact]
    public void A_struct_that_is_cut_off_is_refused_at_every_length()
    {
        var bytes = _example.Make();
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.False(VbmetaReader.TryRead(bytes.AsSpan(0, length), out _, out var reason));
            Assert.NotEmpty(reason);
        }
    }

    [Fact]
    public void Damaged_structs_are_read_or_refused_and_never_throw()
    {
        var good = _example.Make();
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Array[1, 8].Sample(changes =>
        {
            var bytes = good.ToArray();
            foreach (var (at, value) in changes)
            {
                bytes[at] = value;
            }

            return VbmetaReader.TryRead(bytes, out var image, out var reason) ? image is not null : reason is not null;
        }, iter: 2_000);
    }

    [Fact]
    public void Lengths_of_all_ones_are_refused()
    {
        foreach (var at in new[] { 12, 20, 32, 40, 48, 56, 64, 72, 80, 88, 96, 104 })
        {
            var bytes = _example.Make();
            bytes.AsSpan(at, 8).Fill(0xff);

            Assert.False(VbmetaReader.TryRead(bytes, out _, out _), $"offset {at}");
        }
    }

    [Fact]
    public void A_footer_points_into_its_image()
    {
        var last = new byte[VbmetaFooter.Bytes];
        "AVBf"u8.CopyTo(last);
        BinaryPrimitives.WriteUInt64BigEndian(last.AsSpan(20), 4096);
        BinaryPrimitives.WriteUInt64BigEndian(last.AsSpan(28), 512);

        Assert.True(VbmetaFooter.TryRead(last, imageBytes: 8192, out var footer));
        Assert.Equal(new VbmetaFooter(4096, 512), footer);
        Assert.False(VbmetaFooter.TryRead(last, imageBytes: 4600, out _));
        last.AsSpan(20, 8).Fill(0xff);
        Assert.False(VbmetaFooter.TryRead(last, imageBytes: 8192, out _));
    }

    private static VbmetaImage Read(byte[] bytes)
    {
        Assert.True(VbmetaReader.TryRead(bytes, out var image, out var reason), reason);
        return image;
    }
}
