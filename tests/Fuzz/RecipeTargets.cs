using System.Collections.Immutable;
using System.Text;
using Espero.Plan.V1;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Native;

namespace Espero.Fuzz;

/// <summary>Recipes, in Espero's own format and in those of others. An accepted one must be a plan that a station can read.</summary>
internal static class RecipeTargets
{
    private const string Model = "model: acme/sample\nidentity: { partition.userdata: \"1048576\" }\n";
    private const string AndroidInfo = "require board=sample|sample2\nrequire version-bootloader=1.2*|2\nreject cpu-abi=x86\npartition-exists=vendor\n";
    private const string FastbootInfo = "# tasks\nversion 1\nflash boot\nflash --apply-vbmeta vbmeta\nreboot fastboot\nupdate-super\nflash --slot-other system system.img\nif-wipe erase userdata\n";

    private const string Script =
        "check-var product sample\nflash radio radio.img other-slot\ntoggle-active-slot\nreboot-bootloader\nmaybe-cancel-snapshot-update\n"
        + "erase avb_custom_key\nrun-cmd oem uart disable\nrun-cmd set_active:a\nerase dpm_a\nflash boot boot.img\nerase userdata\n";

    private const string Flashfile =
        """<?xml version="1.0" encoding="UTF-8"?><flashing><header><phone_model model="sample"/><interfaces><interface name="AP"/></interfaces></header>"""
        + """<steps interface="AP"><step operation="getvar" var="max-sparse-size"/><step operation="oem" var="fb_mode_set"/>"""
        + """<step operation="flash" partition="boot" filename="boot.img" MD5="d41d8cd98f00b204e9800998ecf8427e"/><step operation="erase" partition="userdata"/></steps></flashing>""";

    private const string Recipe =
        "recipe: sample\nmodel: acme/sample\nidentity:\n  - getvar.product: sample\n  - partition.userdata: [\"1\", \"2\"]\nproof: none\nsteps:\n"
        + "  - fetch: [boot.img]\n  - { flash: { partition: boot, file: boot.img }, condition: { not: { getvar.x: { matches: \"a.*\" } } } }\n";

    // The runtime builds an automaton for each pattern of a test, which costs megabytes however short the pattern is; a pattern has
    // at most 200 characters.
    private const long MaxAllocatedBytes = 32 << 20;

    private static readonly Build Build = new()
    {
        Name = "sample",
        Version = "1",
        Counter = 1,
        Models = ["acme/sample"],
        Files = [.. FileNames.Select(name => new ImageFile(name, 1, new string('0', 64)))],
    };

    public static ImmutableArray<FuzzTarget> All { get; } =
    [
        Target("script", Script, text => Native("script.txt", text), step => step.Flash is { Partition: "boot" }),
        Target("android-info", AndroidInfo, text => Native("fastboot-info.txt", FastbootInfo, text), AsksFor("getvar.version-bootloader")),
        Target("fastboot-info", FastbootInfo, text => Native("fastboot-info.txt", text), step => step.Flash is { Partition: "system" }),
        Target("flashfile", Flashfile, text => Native("flashfile.xml", text), AsksFor("getvar.max-sparse-size")),
        Target("recipe", Recipe, text => new RecipeFile("recipe.yaml", text, []), step => step.Flash is { Partition: "boot" }),
    ];

    private static ImmutableArray<string> FileNames => ["boot.img", "radio.img", "super_empty.img", "system.img", "vbmeta.img"];

    /// <param name="takenForGranted">A step that a careless reader of the plan expects in every one.</param>
    private static FuzzTarget Target(string name, string example, Func<string, RecipeFile> file, Func<Step, bool> takenForGranted) => new(
        name,
        [Encoding.UTF8.GetBytes(example)],
        input => Compile(file(Encoding.UTF8.GetString(input))),
        input => _ = Compile(file(Encoding.UTF8.GetString(input))).Steps.First(takenForGranted),
        exception => exception is RecipeRefusedException)
    {
        MaxAllocatedBytes = MaxAllocatedBytes,
        FacesPhone = false,
    };

    private static RecipeFile Native(string name, string text, string androidInfo = AndroidInfo) =>
        new(name, text, [new RecipeText("model.yaml", Model), new RecipeText("android-info.txt", androidInfo)]);

    private static Plan.V1.Plan Compile(RecipeFile file)
    {
        var parsed = file.Compile(Build);
        if (!parsed.IsGood)
        {
            throw parsed.Errors.All(error => error is { Line: > 0, Column: > 0 })
                ? new RecipeRefusedException()
                : new InvalidOperationException($"A mistake without a place: {parsed.Errors[0]}");
        }

        if (!PlanReader.TryRead(parsed.Value.Bytes, parsed.Value.Sha256, out var plan, out var reason))
        {
            throw new InvalidOperationException(reason);
        }

        if (file.Beside.Length > 0 && plan.Steps[^1].VerifyBoot is null)
        {
            throw new InvalidOperationException("A plan that ends without its proof.");
        }

        return plan;
    }

    private static Func<Step, bool> AsksFor(string fact) => step => step.Assert is { } gate && gate.Tests.Any(test => test.Fact == fact);
}
