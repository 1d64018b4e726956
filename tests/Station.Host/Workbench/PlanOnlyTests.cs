using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using Espero.Station.CommandLine;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Host.Tests.Workbench;

/// <summary>What would be done, said and not done.</summary>
public sealed class PlanOnlyTests
{
    private const string Boot = FlashProgramTests.Boot;

    [Fact]
    public async Task Plan_only_says_what_would_be_done_and_changes_nothing()
    {
        await using var rig = FlashRig.Start();

        var exit = await rig.RunAsync(Boot, order => order with { PlanOnly = true });

        Assert.True(exit == ExitCode.Ok, rig.Talk);
        Assert.Contains("point of no return", rig.Talk, StringComparison.Ordinal);
        Assert.All(rig.Written("boot_a"), octet => Assert.Equal(0, octet));
    }

    [Theory]
    [InlineData("en", "one-boot: 293 KiB, about 1 min.")]
    [InlineData("fr", "one-boot : 293 Kio, environ 1 min.")]
    public async Task Plan_only_tells_people_how_many_bytes_and_minutes(string language, string total)
    {
        await using var rig = FlashRig.Start();

        await rig.RunAsync(Boot, order => order with { PlanOnly = true, AsJson = false }, language: language);

        Assert.Contains(total, rig.Talk, StringComparison.Ordinal);
        Assert.Empty(rig.Output);
    }

    [Fact]
    public async Task Plan_only_gives_programs_the_whole_plan()
    {
        await using var rig = FlashRig.Start();

        var exit = await rig.RunAsync(Boot, order => order with { PlanOnly = true });

        var plan = JsonDocument.Parse(rig.Output).RootElement;
        Assert.Equal((ExitCode.Ok, "planned", "one-boot"), (exit, plan.GetProperty("outcome").GetString(), plan.GetProperty("recipe").GetString()));
        Assert.Equal((300_000, 1, 0), (
            plan.GetProperty("bytes").GetInt64(), plan.GetProperty("minutes").GetInt32(), plan.GetProperty("refusals").GetArrayLength()));
        var last = plan.GetProperty("steps").EnumerateArray().Last();
        Assert.Equal(plan.GetProperty("pointOfNoReturn").GetString(), last.GetProperty("stepId").GetString());
        Assert.Equal((300_000, true, false), (
            last.GetProperty("bytes").GetInt64(), last.GetProperty("losesData").GetBoolean(), last.GetProperty("passedOver").GetBoolean()));
        Assert.True(last.GetProperty("seconds").GetDouble() > 0);
    }

    [Fact]
    public async Task A_broken_image_is_found_before_anything_is_written()
    {
        await using var rig = FlashRig.Start();
        var sparse = new byte[64];
        BinaryPrimitives.WriteUInt32LittleEndian(sparse, 0xED26FF3A);
        rig.Write("boot.img", sparse);

        var exit = await rig.RunAsync(Boot, order => order with { PlanOnly = true });

        Assert.Equal(ExitCode.Refused, exit);
        Assert.Equal([FailureCode.ImageUnreadable], rig.FailureClasses);
        Assert.Contains("boot.img: ", rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_that_was_cut_is_found_before_anything_is_written()
    {
        await using var rig = FlashRig.Start();
        using var whole = new MemoryStream();
        using (var zip = new ZipArchive(whole, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("payload.bin");
        }

        rig.Write("package.zip", whole.ToArray()[..20]);

        await rig.RunAsync(
            Boot.Replace("fetch: boot.img", "fetch: [boot.img, package.zip]", StringComparison.Ordinal) + """

                  - reboot: recovery
                  - await-mode: { mode: recovery, within: 20s }
                  - reboot: sideload
                  - await-mode: { mode: sideload, within: 20s }
                  - sideload: package.zip
                """,
            order => order with { PlanOnly = true });

        Assert.Contains(FailureCode.ImageUnreadable, rig.FailureClasses);
        Assert.Contains("package.zip: ", rig.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "x.yaml")]
    [InlineData("steps: []", null)]
    public async Task What_cannot_be_worked_with_is_told_to_programs_too(string recipe, string? missing)
    {
        await using var rig = FlashRig.Start();

        var exit = await rig.RunAsync(recipe, order => missing is null ? order : order with { RecipePath = missing });

        using var told = JsonDocument.Parse(rig.Output);
        Assert.Equal((ExitCode.Usage, "not-started"), (exit, told.RootElement.GetProperty("outcome").GetString()));
        Assert.NotEqual(0, told.RootElement.GetProperty("reasons").GetArrayLength());
    }

    [Fact]
    public async Task Plan_only_gives_programs_every_reason_against_it()
    {
        await using var rig = FlashRig.Start();
        var recipe = Boot.Replace("getvar.product: virtual-a", "getvar.product: virtual-z", StringComparison.Ordinal);

        var exit = await rig.RunAsync(recipe, order => order with { PlanOnly = true });

        var refusal = Assert.Single(JsonDocument.Parse(rig.Output).RootElement.GetProperty("refusals").EnumerateArray());
        Assert.Equal((ExitCode.Refused, "wrong-phone"), (exit, refusal.GetProperty("failureClass").GetString()));
    }
}
