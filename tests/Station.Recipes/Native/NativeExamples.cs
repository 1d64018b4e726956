using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Native;
using Espero.Station.Recipes.Source;
using Assert = Xunit.Assert;

namespace Espero.Station.Recipes.Tests.Native;

/// <summary>Small invented files in the formats of others, and a build that holds what they name.</summary>
internal static class NativeExamples
{
    public const string Model = """
        model: espero/virtual-a
        identity:
          - partition.userdata: "1048576"
        """;

    public const string AndroidInfo = """
        # what must be beneath
        require board=virtual-a|virtual-a2
        require version-bootloader=1.2|1.3
        """;

    public const string Script = """
        check-var product virtual-a
        flash bootloader bootloader.img other-slot
        toggle-active-slot
        reboot-bootloader
        check-requirements android-info.txt
        maybe-cancel-snapshot-update
        erase avb_custom_key
        flash avb_custom_key key.bin
        run-cmd oem uart disable
        erase dpm_a
        erase userdata
        flash boot boot.img
        flash super super_1.img
        """;

    public const string FastbootInfo = """
        # fastboot-info for virtual-a
        version 1
        flash boot
        flash --apply-vbmeta vbmeta
        reboot fastboot
        update-super
        flash system
        flash --slot-other system system_other.img
        if-wipe erase userdata
        """;

    public const string Flashfile = """
        <?xml version="1.0" encoding="UTF-8"?>
        <flashing>
          <header>
            <phone_model model="virtual-a"/>
            <software_version version="virtual-a user 12 0001"/>
            <interfaces><interface name="AP"/></interfaces>
          </header>
          <steps interface="AP">
            <step operation="getvar" var="max-sparse-size"/>
            <step operation="oem" var="fb_mode_set"/>
            <step operation="flash" partition="boot" filename="boot.img"/>
            <step operation="erase" partition="userdata"/>
            <step operation="oem" var="fb_mode_clear"/>
          </steps>
        </flashing>
        """;

    public static readonly Build Build = new()
    {
        Name = "folder",
        Version = "1",
        Counter = 0,
        Models = ["espero/virtual-a"],
        Files = [.. FileNames.Select(name => new ImageFile(name, 4096, new string('1', 64)))],
    };

    private static ImmutableArray<string> FileNames =>
        ["boot.img", "bootloader.img", "key.bin", "super_1.img", "super_empty.img", "system.img", "system_other.img", "vbmeta.img"];

    public static RecipeFile File(string name, string text, string? model = Model, string? androidInfo = AndroidInfo) => new(
        name,
        text,
        [
            .. model is null ? ImmutableArray<RecipeText>.Empty : [new RecipeText("model.yaml", model)],
            .. androidInfo is null ? ImmutableArray<RecipeText>.Empty : [new RecipeText("android-info.txt", androidInfo)],
        ]);

    public static Parsed<CompiledPlan> Compile(string name, string text) => File(name, text).Compile(Build);

    /// <summary>The steps of a plan that compiles, by their ids.</summary>
    public static string[] Ids(Parsed<CompiledPlan> parsed) => [.. Plan(parsed).Steps.Select(step => step.Id)];

    public static Step Step(Parsed<CompiledPlan> parsed, string id) => Plan(parsed).Steps.Single(step => step.Id == id);

    public static Plan.V1.Plan Plan(Parsed<CompiledPlan> parsed)
    {
        Assert.Empty(parsed.Errors);
        return parsed.Value!.ToPlan();
    }
}
