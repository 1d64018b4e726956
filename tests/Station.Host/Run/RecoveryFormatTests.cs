using System.Text;
using Espero.Station.CommandLine;
using Espero.Station.Host.Tests.Workbench;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Run;

/// <summary>A recovery that is started from memory and makes its file systems itself, as the elder installers have it.</summary>
public sealed class RecoveryFormatTests
{
    private const string Magic = "ANDROID!";

    private const string Recipe =
        """
        recipe: trial
        model: espero/virtual-c
        identity:
          - getprop.ro.product.device: virtual-c
          - partition.userdata: "17179869184"
        proof: none
        steps:
          - fetch: [recovery.img]
          - reboot: bootloader
          - await-mode: { mode: bootloader, within: 20s }
          - flash: { partition: boot, file: recovery.img }
          - boot-image: recovery.img
          - await-mode: { mode: recovery, within: 20s }
          - format: { partition: PARTITION, file-system: ext4 }
          - reboot: recovery
          - await-mode: { mode: recovery, within: 20s }
          - verify-boot: { proof: none, within: 10s }
        """;

    [Theory]
    [InlineData("userdata")]
    [InlineData("metadata")]
    public async Task What_a_recovery_is_to_format_it_formats_itself(string partition)
    {
        await using var rig = Start();
        await File.WriteAllTextAsync(rig.Phone.PartitionPath(partition), "the owner's", TestContext.Current.CancellationToken);

        var exit = await RunAsync(rig, Recipe.Replace("PARTITION", partition, StringComparison.Ordinal));

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
        Assert.False(Begins(rig, partition, "the owner's"));
    }

    [Fact]
    public async Task What_no_table_of_the_recovery_names_is_not_formatted()
    {
        await using var rig = Start();

        await RunAsync(rig, Recipe.Replace("PARTITION", "cache", StringComparison.Ordinal));

        Assert.Contains("partition-missing", rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovery_that_nobody_waits_for_is_refused_before_anything_is_written()
    {
        await using var rig = Start();

        await RunAsync(rig, Recipe
            .Replace("  - await-mode: { mode: recovery, within: 20s }\n  - format", "  - format", StringComparison.Ordinal)
            .Replace("PARTITION", "userdata", StringComparison.Ordinal));

        Assert.Contains("no await-mode looks for it", rig.Output + rig.Talk, StringComparison.Ordinal);
        Assert.False(Begins(rig, "boot_a", Magic));
    }

    private static bool Begins(FlashRig rig, string partition, string text)
    {
        if (!File.Exists(rig.Phone.PartitionPath(partition)))
        {
            return false;
        }

        var start = new byte[text.Length];
        using var file = File.Open(rig.Phone.PartitionPath(partition), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && Encoding.ASCII.GetString(start) == text;
    }

    private static FlashRig Start()
    {
        var rig = FlashRig.StartWithAdb(PhoneMode.System, []);
        File.WriteAllBytes(Path.Combine(rig.Files, "recovery.img"), [.. Encoding.ASCII.GetBytes(Magic), .. new byte[4096]]);
        return rig;
    }

    private static Task<int> RunAsync(FlashRig rig, string recipe) => rig.RunAsync(recipe, order => order with { YesErase = true });
}
