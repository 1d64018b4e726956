using Espero.Plan.V1;
using Espero.Station.Run;
using Espero.Station.Workbench;
using Espero.Testing.Images;
using Google.Protobuf;
using Assert = Xunit.Assert;
using File = System.IO.File;

namespace Espero.Station.Host.Tests.Run;

public sealed class ImageProofsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ExampleVbmeta _signer = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Dispose();
        _signer.Dispose();
    }

    [Fact]
    public async Task An_image_that_only_a_fallback_writes_and_a_lock_that_only_a_fallback_holds_are_seen()
    {
        var plan = Signed(new byte[9000]);
        var erase = new Step { Id = "erase", Erase = new Erase { Partition = "cache" }, Fallback = { plan.Steps } };
        plan.Steps.Clear();
        plan.Steps.Add(erase);

        Assert.Equal(["boot.img"], await VerifiedAsync(Proofs(plan), plan, Stop));
    }

    [Fact]
    public async Task A_file_is_read_once_however_often_it_is_asked_about()
    {
        var plan = Signed(new byte[9000]);
        var proofs = Proofs(plan);
        await VerifiedAsync(proofs, plan, Stop);
        await File.WriteAllBytesAsync(_folder.In("boot.img"), new byte[1], Stop);

        Assert.Equal(["boot.img"], await VerifiedAsync(proofs, plan, Stop));
    }

    [Fact]
    public async Task Who_no_longer_waits_is_not_kept_waiting_by_a_large_image()
    {
        var plan = Signed(new byte[9000]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => VerifiedAsync(Proofs(plan), plan, new CancellationToken(canceled: true)));
    }

    private static async Task<IEnumerable<string>> VerifiedAsync(ImageProofs proofs, Plan.V1.Plan plan, CancellationToken cancellationToken) =>
        await proofs.VerifiedOfAsync(plan, proofs.VbmetaOf(plan).Values, cancellationToken);

    private ImageProofs Proofs(Plan.V1.Plan plan) => new(new FolderImages(_folder.Path, _folder.In("made"), plan, TimeProvider.System));

    private Plan.V1.Plan Signed(byte[] boot)
    {
        File.WriteAllBytes(_folder.In("boot.img"), boot);
        File.WriteAllBytes(_folder.In("vbmeta.img"), _signer.Covering(boot));
        return new Plan.V1.Plan
        {
            Files = { Named("boot.img", 1), Named("vbmeta.img", 2) },
            Steps =
            {
                new Step { Id = "flash", Flash = new Flash { Partition = "boot", FileName = "boot.img" } },
                new Step { Id = "lock", Lock = new Espero.Plan.V1.Lock() },
            },
        };
    }

    private static Plan.V1.File Named(string name, byte mark) =>
        new() { Name = name, SizeBytes = 9000, Sha256 = ByteString.CopyFrom([.. Enumerable.Repeat(mark, 32)]) };
}
