using System.Net;
using Espero.Station.Domain.Rehearsing;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.Models;
using Espero.Station.Workbench;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Workbench;

/// <summary>What a station recorded of a phone, as the twin on which the recipes of its model are dry-run.</summary>
public sealed class RecordedTwinTests : IDisposable
{
    private static readonly PhoneModel Phone = VirtualC.Model with { Properties = [("ro.board.platform", "lito")] };

    private readonly TempFolder _folder = new();

    public RecordedTwinTests()
    {
        Describe("virtual-c", "Qualcomm SM7225 Snapdragon 750G");
        Describe("virtual-d", "Qualcomm SM7225 Snapdragon 750G");
        Describe("virtual-e", "Qualcomm MSM8953 Snapdragon 625");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_recorded_phone_takes_the_recipe_of_its_model_and_its_mutants_do_not()
    {
        var rehearsal = await RehearseAsync(Phone);

        Assert.Equal([], rehearsal.Refusals);
        Assert.Equal(Confirmation.Whole, rehearsal.Confirmation);
        Assert.Contains(Mutation.PartitionTooSmall, rehearsal.Mutants.Select(mutant => mutant.Mutation));
        Assert.All(rehearsal.Mutants, mutant => Assert.Equal((mutant.Mutation, Ending.Refused), mutant));
    }

    [Fact]
    public async Task A_partition_that_the_recorded_phone_has_not_is_missed_where_a_described_one_is_taken_to_have_all()
    {
        var rehearsal = await RehearseAsync(Phone with { Partitions = [.. Phone.Partitions.Where(partition => partition.Name != "dtbo")] });

        Assert.Contains(FailureCode.PartitionMissing, rehearsal.Refusals.Select(refusal => refusal.FailureCode));
        Assert.True(PackRehearsal.Run(Pack(out var book), book).First().GoesThrough);
    }

    [Fact]
    public async Task Another_model_than_any_that_is_described_is_recorded_for_nothing()
    {
        await RecordAsync(VirtualB.Model);
        var pack = Pack(out var book);

        var phone = Assert.Single(RecordedPhone.ReadAll(_folder.In("facts"), book));

        Assert.Null(phone.Model);
        Assert.Empty(PackRehearsal.Run(pack, book, phone));
    }

    private async Task<Rehearsal> RehearseAsync(PhoneModel model)
    {
        await RecordAsync(model);
        var pack = Pack(out var book);
        return Assert.Single(PackRehearsal.Run(pack, book, Assert.Single(RecordedPhone.ReadAll(_folder.In("facts"), book))));
    }

    private ImportedPack Pack(out ModelBook book)
    {
        book = ModelBook.Read(_folder.Path);
        return PackImporter.Import(PackSource.Find("lineage")!, _folder.In("lineage-wiki"), book);
    }

    // As the command does it, from the running system through every mode.
    private async Task RecordAsync(PhoneModel model)
    {
        await using var rig = FlashRig.Start(options => options with
        {
            Model = model,
            ListenAdb = new(IPAddress.Loopback, 0),
            StartMode = PhoneMode.System,
            AdbStaysOn = true,
        });
        await using var bench = new PhoneBench(_folder.In("bench"), new FastbootOptions(), TimeProvider.System);
        var record = await new FactsRecorder(bench.Connector, rig.Port, TimeProvider.System)
            .RecordAsync(everyMode: true, TestContext.Current.CancellationToken);
        Assert.True(record.Succeeded, record.Error?.ToString());

        Directory.CreateDirectory(_folder.In("facts"));
        await File.WriteAllTextAsync(_folder.In("facts/phone.json"), record.Value.ToJson(), TestContext.Current.CancellationToken);
    }

    private void Describe(string codename, string chip) => File.WriteAllText(
        Path.Combine(Directory.CreateDirectory(_folder.In("lineage-wiki")).FullName, $"{codename}.yml"),
        $$"""
        codename: {{codename}}
        name: {{codename}}
        vendor: Espero
        type: phone
        is_ab_device: true
        soc: {{chip}}
        install_method: fastboot_nexus
        download_boot: With the device powered off, hold <kbd>Volume Down</kbd> + <kbd>Power</kbd>.
        recovery_boot: With the device powered off, hold <kbd>Volume Up</kbd> + <kbd>Power</kbd>.
        recovery_partition_name: vendor_boot
        recovery_reboot: fastboot_reboot
        before_recovery_install: {instructions: 'boot_stack', partitions: [dtbo]}
        maintainers: [somebody]
        versions: [23.0]
        """);
}
