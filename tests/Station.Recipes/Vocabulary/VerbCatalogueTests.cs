using Espero.Plan.V1;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Vocabulary;
using Assert = Xunit.Assert;

namespace Espero.Station.Recipes.Tests.Vocabulary;

public sealed class VerbCatalogueTests
{
    private static readonly string[] LosesData =
    [
        "unlock", "lock", "avb-key", "oem-command", "flash", "erase", "format", "boot-image", "set-slot", "logical", "super",
        "snapshot-cancel", "sideload", "push", "shell",
    ];

    [Fact]
    public void Every_verb_of_a_plan_is_in_the_vocabulary() =>
        Assert.Equal(
            Enum.GetValues<Step.VerbOneofCase>().Where(field => field != Step.VerbOneofCase.None).Order(),
            VerbCatalogue.All.Select(verb => verb.Field).Order());

    [Fact]
    public void Exactly_these_verbs_stand_behind_the_point_of_no_return() =>
        Assert.Equal(
            LosesData.Order(StringComparer.Ordinal),
            VerbCatalogue.All.Where(verb => verb.LosesData).Select(verb => verb.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void A_step_without_a_verb_counts_as_behind() => Assert.True(PointOfNoReturn.IsBehind(new Step()));

    [Fact]
    public void A_harmless_step_leads_behind_through_its_fallback()
    {
        var step = new Step { Reboot = new Reboot(), Fallback = { new Step { Erase = new Erase() } } };

        Assert.False(PointOfNoReturn.IsBehind(step));
        Assert.True(PointOfNoReturn.LeadsBehind(step));
    }

    [Theory]
    [InlineData("fetch-manual: { file: boot.img, sentence: get-it }", Step.VerbOneofCase.FetchManual)]
    [InlineData("unpack: { archive: boot.img, members: [{ path: a/b.img, file: system.img }] }", Step.VerbOneofCase.Unpack)]
    [InlineData("write-file: { file: notes.txt, text: hello }", Step.VerbOneofCase.WriteFile)]
    [InlineData("ask: { sentence: hold-keys, needs: [keys], mode: recovery, within: 10m }", Step.VerbOneofCase.Ask)]
    [InlineData("unlock: flashing", Step.VerbOneofCase.Unlock)]
    [InlineData("unlock: { method: token-file, token-file: notes.txt }", Step.VerbOneofCase.Unlock)]
    [InlineData("unlock: code", Step.VerbOneofCase.Unlock)]
    [InlineData("lock", Step.VerbOneofCase.Lock)]
    [InlineData("avb-key: notes.txt", Step.VerbOneofCase.AvbKey)]
    [InlineData("avb-key: { clear: true }", Step.VerbOneofCase.AvbKey)]
    [InlineData("oem-command: device-info", Step.VerbOneofCase.OemCommand)]
    [InlineData("format: userdata", Step.VerbOneofCase.Format)]
    [InlineData("boot-image: boot.img", Step.VerbOneofCase.BootImage)]
    [InlineData("logical: { action: resize, partition: system, size: 2GiB }", Step.VerbOneofCase.Logical)]
    [InlineData("super: { file: system.img, wipe: true }", Step.VerbOneofCase.Super)]
    [InlineData("snapshot-cancel", Step.VerbOneofCase.SnapshotCancel)]
    [InlineData("sideload: system.img", Step.VerbOneofCase.Sideload)]
    [InlineData("push: { file: notes.txt, to: /sdcard/notes.txt }", Step.VerbOneofCase.Push)]
    [InlineData("shell: twrp wipe cache", Step.VerbOneofCase.Shell)]
    [InlineData("snapshot-facts", Step.VerbOneofCase.SnapshotFacts)]
    [InlineData("checkpoint: half-way", Step.VerbOneofCase.Checkpoint)]
    [InlineData("erase-proof: userdata", Step.VerbOneofCase.EraseProof)]
    [InlineData("verify-boot: { proof: read-back, within: 5m, tests: { getprop.ro.product.device: x } }", Step.VerbOneofCase.VerifyBoot)]
    public void Every_verb_compiles(string step, Step.VerbOneofCase field)
    {
        var parsed = Examples.CompileSteps("- " + step);

        Assert.Empty(parsed.Errors);
        Assert.Equal(field, parsed.Value!.ToPlan().Steps[1].VerbCase);
    }

    [Fact]
    public void No_partition_is_in_two_classes()
    {
        Assert.Distinct(PartitionCatalogue.Known);
        Assert.All(PartitionCatalogue.Known, name => Assert.NotEqual(PartitionClass.NeverWrite, PartitionCatalogue.ClassOf(name)));
    }

    [Theory]
    [InlineData("boot", PartitionClass.Os)]
    [InlineData("abl", PartitionClass.BootChain)]
    [InlineData("modem", PartitionClass.Radio)]
    [InlineData("persist", PartitionClass.NeverWrite)]
    [InlineData("NVDATA", PartitionClass.NeverWrite)]
    [InlineData("efs", PartitionClass.NeverWrite)]
    [InlineData("oem_stanvbk", PartitionClass.NeverWrite)]
    [InlineData("gpt", PartitionClass.NeverWrite)]
    public void A_partition_has_its_class(string name, PartitionClass expected) => Assert.Equal(expected, PartitionCatalogue.ClassOf(name));

    [Fact]
    public void A_plan_that_was_changed_on_the_way_is_not_read()
    {
        var plan = Examples.CompileSteps("- erase: cache").Value!;
        var other = Examples.CompileSteps("- erase: userdata").Value!;

        Assert.True(PlanReader.TryRead(plan.Bytes, plan.Sha256, out _, out _));
        Assert.False(PlanReader.TryRead(plan.Bytes, other.Sha256, out _, out var reason));
        Assert.Equal("The plan's bytes and its hash differ.", reason);
    }
}
