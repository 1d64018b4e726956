using Espero.Plan.V1;
using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.Tests.Models;
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

    private readonly SmallDataSets _sets = new();

    public void Dispose() => _sets.Dispose();

    [Fact]
    public void Every_level_of_proof_is_counted_the_surest_first()
    {
        var report = Report("");

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
    [InlineData("ubports")]
    [InlineData("openandroidinstaller")]
    [InlineData("eos")]
    [InlineData("lineage")]
    public void Every_recipe_of_the_public_data_is_at_one_level(string kind)
    {
        PublicDevices.Need();
        var source = PackSource.Find(kind)!;
        var pack = PackImporter.Import(
            source, Path.Combine(PublicDevices.Folder, source.DataSet), Recipes.Models.ModelBook.Read(PublicDevices.Folder));

        var report = ImportReport.Of(pack);

        Assert.Equal(report.Recipes, report.ByProof.Sum(pair => pair.Value));
    }

    private ImportReport Report(string steps) => ImportReport.Of(new ImportedPack(
        PackSource.Find("ubports")!, [_sets.Import("ubports", "alpha.yml", Head + steps)]));
}
