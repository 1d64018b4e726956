using System.Reflection;

namespace Espero.Architecture.Tests.Arrows;

public sealed class ArrowTests
{
    private static readonly FolderArrows Orchestrator = new(Assembly.Load("espero-orchestrator"), "Espero.Orchestrator", new Dictionary<string, string[]>
    {
        ["Stations"] = ["Dispatch", "Ledger", "Links", "Fleet", "Identity", "Database"],
        ["Operations"] = ["Answers", "Jobs", "Fleet", "Catalog", "Links", "Identity", "Database"],
        ["Dashboard"] = ["Answers", "Jobs", "Fleet", "Catalog", "Links", "Identity", "Database"],
        ["Dispatch"] = ["Answers", "Links", "Jobs", "Fleet", "Catalog", "Database"],
        ["Ledger"] = ["Links", "Database"],
        ["Links"] = [],
        ["Jobs"] = ["Answers", "Fleet", "Catalog", "Database"],
        ["Fleet"] = ["Answers", "Database"],
        ["Catalog"] = ["Answers", "Database"],
        ["Identity"] = ["Database"],
        ["Database"] = [],
        ["Answers"] = [],
    });

    private static readonly FolderArrows Station = new(Assembly.Load("espero-station"), "Espero.Station", new Dictionary<string, string[]>
    {
        ["CommandLine"] = ["Link", "Screen", "Run", "Watch", "Images", "Journal"],
        ["Workbench"] = ["CommandLine", "Run", "Watch", "Images", "Journal"],
        ["Link"] = ["Run", "Watch", "Journal"],
        ["Screen"] = ["Run", "Watch"],
        ["Run"] = ["Watch", "Images", "Journal"],
        ["Watch"] = [],
        ["Images"] = [],
        ["Journal"] = [],
    });

    [Fact]
    public void Arrows_inside_the_orchestrator_point_only_where_the_design_lets_them() => Offences.None(Orchestrator.Forbidden());

    [Fact]
    public void Arrows_inside_the_station_point_only_where_the_design_lets_them() => Offences.None(Station.Forbidden());

    [Fact]
    public void Every_folder_of_the_orchestrator_has_its_arrows_decided() => Offences.None(Orchestrator.Undecided());

    [Fact]
    public void Every_folder_of_the_station_has_its_arrows_decided() => Offences.None(Station.Undecided());

    [Fact]
    public void A_type_named_only_inside_a_method_body_is_found() =>
        Assert.Contains(typeof(System.Text.StringBuilder), ReferencedTypes.Of(typeof(FullyQualified)));

    [Theory]
    [InlineData("orchestrator/Domain/Espero.Orchestrator.Domain.csproj")]
    public void The_rules_reference_nothing(string project)
    {
        var text = File.ReadAllText(Tree.SourceTree.PathTo(project));

        Assert.DoesNotContain("ProjectReference", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PackageReference", text, StringComparison.Ordinal);
        Assert.DoesNotContain("FrameworkReference", text, StringComparison.Ordinal);
    }

    private static class FullyQualified
    {
        public static int Length() => new System.Text.StringBuilder().Length;
    }
}
