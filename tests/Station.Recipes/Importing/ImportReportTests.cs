using Espero.Plan.V1;
using Espero.Station.Recipes.Importing;
using Assert = Xunit.Assert;

namespace Espero.Station.Recipes.Tests.Importing;

public sealed class ImportReportTests : IDisposable
{
    private const string Head = """
        name: "Acme Alpha"
        codename: "alpha"
        formfactor: "phone"
        user_actions: { odd: { title: "t", description: "Do something odd." } }
        operating_systems:
          - name: "Free OS"
            steps:
              - actions: [ { "adb:reboot": { to_state: "bootloader" } } ]

        """;

    private const string Started = "      - actions: [ { \"fastboot:reboot\": } ]\n";

    private readonly SmallDataSets _sets = new();

    public void Dispose() => _sets.Dispose();

    [Fact]
    public void Every_level_of_proof_is_counted_the_surest_first()
    {
        var report = Report(Started);

        Assert.Equal(
            [(Proof.ReadBack, 0), (Proof.BootloaderSaysSo, 0), (Proof.SeenOnUsb, 1), (Proof.SeenByPerson, 0), (Proof.None, 0)],
            report.ByProof.Select(pair => (pair.Key, pair.Value)));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("      - actions: [ { \"core:user_action\": { action: \"odd\" } } ]\n", 0)]
    public void A_recipe_that_asks_a_person_does_not_run_without_hands(string steps, int count) =>
        Assert.Equal(count, Report(steps).NeedNobody);

    [Theory]
    [InlineData("", Proof.SeenByPerson)] // left in its bootloader
    [InlineData(Started, Proof.SeenOnUsb)] // the station itself has sent it on
    [InlineData("      - actions: [ { \"core:user_action\": { action: \"odd\" } } ]\n", Proof.SeenByPerson)]
    public void A_phone_that_a_person_starts_at_the_end_is_seen_by_that_person(string steps, Proof proof) =>
        Assert.Equal([proof], Report(steps).ByProof.Where(pair => pair.Value > 0).Select(pair => pair.Key));

    [Fact]
    public void Writes_that_no_choice_leads_to_are_listed_by_file()
    {
        var report = Report("""
                  - actions: [ { "fastboot:flash": { partitions: [ { partition: "logo", file: "logo.bin", group: "f" } ] } } ]
                    condition: { var: "prettier", value: true }

            """);

        var (file, writes) = Assert.Single(report.LeftOut);
        Assert.Equal(("alpha.yml", "fastboot:flash logo"), (file, Assert.Single(writes)));
    }

    [Fact]
    public void Partitions_that_no_catalogue_knows_are_listed_by_file()
    {
        var report = Report("""
                  - actions: [ { "fastboot:erase": { partition: "cache" } }, { "fastboot:erase": { partition: "oddity" } } ]

            """);

        var (file, partitions) = Assert.Single(report.UnknownPartitions);
        Assert.Equal(("alpha.yml", "oddity"), (file, Assert.Single(partitions)));
    }

    private ImportReport Report(string steps) => ImportReport.Of(new ImportedPack(
        PackSource.Find("ubports")!, [_sets.Import("ubports", "alpha.yml", Head + steps)]));
}
