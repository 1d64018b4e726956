using System.Collections.Immutable;
using Espero.VirtualPhone.Models;

namespace Espero.Station.Host.Tests.Verbs;

/// <summary>Records and sees; nothing changes by it.</summary>
internal static class ProofTrials
{
    private const string Fastbootd = "- reboot: fastbootd\n- await-mode: { mode: fastbootd, within: 60s }\n";
    private const string FromFastbootd = "- reboot: bootloader\n- await-mode: { mode: bootloader, within: 60s }\n";
    private const string System = "- reboot: system\n";
    private const string BackToBootloader = "- await-mode: { mode: system, within: 60s }\n- reboot: bootloader\n";

    public static ImmutableArray<VerbTrial> All { get; } =
    [
        Logged("snapshot-facts", "- snapshot-facts", "fact getvar.product = virtual-c"),
        Logged("snapshot-facts", "- snapshot-facts", "fact getvar.product = virtual-b") with { Model = VirtualB.Model },
        Logged("snapshot-facts", $"{Fastbootd}{FromFastbootd}- snapshot-facts", "fact fastbootd.is-logical:system_a = yes") with
        {
            About = "of what only fastbootd tells, once the bootloader is back",
            Becomes = (_, now) => now.Wipes == 0,
        },
        Logged("checkpoint", "- checkpoint: before-writing", "checkpoint before-writing"),
        new("erase-proof", "of a large partition", $"- erase: userdata\n{Fastbootd}- erase-proof: userdata")
        {
            Becomes = (before, now) => now.Wipes == before.Wipes + 1,
        },
        new("erase-proof", "of the current slot's, smaller than what is read",
            $"- erase: {{ partition: vbmeta, slot: a }}\n{Fastbootd}- erase-proof: vbmeta")
        {
            After = rig => Assert.Equal(new byte[1 << 16], rig.Beginning("vbmeta_a", 1 << 20)),
        },
        Booted("read-back",
            $"{System}- verify-boot: {{ proof: read-back, within: 60s, tests: {{ getprop.ro.product.device: virtual-c }} }}")
            with { OverAdb = true },
        Booted("bootloader-says-so", $"- set-slot: a\n{System}{BackToBootloader}- verify-boot: {{ proof: bootloader-says-so, within: 60s }}")
            with { OverAdb = true },
        Booted("none", $"{System}{BackToBootloader}- verify-boot: {{ proof: bootloader-says-so, within: 60s }}")
            with { About = "where the bootloader called the slot successful before", OverAdb = true },
        Booted("seen-by-person", $"{System}- verify-boot: {{ proof: seen-by-person, within: 60s }}") with { Person = _ => { } },
        Booted("seen-by-person", $"{System}- verify-boot: {{ proof: seen-by-person, within: 60s }}")
            with { Person = _ => { }, Model = VirtualB.Model },
        Booted("none", $"{System}- verify-boot: {{ proof: none, within: 60s }}"),
    ];

    private static VerbTrial Logged(string verb, string step, string line) => new(verb, "in the attempt's log", step)
    {
        Becomes = (before, now) => now == before,
        After = rig => Assert.Contains(line, rig.Log, StringComparison.Ordinal),
    };

    private static VerbTrial Booted(string proof, string steps) => new("verify-boot", proof, steps)
    {
        Becomes = (before, now) => now.SystemStarts == before.SystemStarts + 1,
        After = rig => Assert.Contains($"\"proof\":\"{proof}\"", rig.Output, StringComparison.Ordinal),
    };
}
