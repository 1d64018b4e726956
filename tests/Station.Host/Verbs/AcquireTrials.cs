using System.Collections.Immutable;
using System.Text;
using Espero.Station.Host.Tests.Workbench;
using Espero.VirtualPhone.Models;

namespace Espero.Station.Host.Tests.Verbs;

/// <summary>Files that are brought or made; that they are the right ones is seen on the phone they are written to.</summary>
internal static class AcquireTrials
{
    private const string Write = "- flash: { partition: boot, file: boot.img }";
    private const string Note = "for the shelf\n";

    public static ImmutableArray<VerbTrial> All { get; } =
    [
        new("fetch", "a file of the folder", $"- fetch: boot.img\n{Write}") { After = HasBoot("boot_a") },
        new("fetch", "a file of the folder", $"- fetch: boot.img\n{Write}") { Model = VirtualB.Model, After = HasBoot("boot") },
        new("fetch-manual", "a file that is here", $"- fetch-manual: {{ file: boot.img, sentence: download-by-hand }}\n{Write}")
        {
            After = HasBoot("boot_a"),
        },
        new("fetch-manual", "a file that a person brings", $"- fetch-manual: {{ file: boot.img, sentence: download-by-hand }}\n{Write}")
        {
            Before = HideBoot,
            Person = rig => File.Move(Path.Combine(rig.Files, "elsewhere"), Path.Combine(rig.Files, "boot.img")),
            After = HasBoot("boot_a"),
        },
        new("unpack", "one file of an archive",
            "- fetch: firmware.zip\n"
            + $"- unpack: {{ archive: firmware.zip, members: [{{ path: \"images/*.img\", file: boot.img }}] }}\n{Write}")
        {
            Before = rig =>
            {
                rig.WriteArchive("firmware.zip", "images/boot.img", rig.Image);
                rig.WriteBuild("firmware.zip", "boot.img");
                File.Delete(Path.Combine(rig.Files, "boot.img"));
            },
            After = HasBoot("boot_a"),
        },
        new("write-file", "a text of the recipe",
            "- write-file: { file: note.txt, text: \"for the shelf\\n\" }\n- flash: { partition: misc, file: note.txt }")
        {
            Before = rig =>
            {
                rig.Write("note.txt", Encoding.UTF8.GetBytes(Note));
                rig.WriteBuild("note.txt");
                File.Delete(Path.Combine(rig.Files, "note.txt"));
            },
            After = rig => Assert.Equal(Note, Encoding.UTF8.GetString(rig.Beginning("misc", Note.Length))),
        },
    ];

    private static Action<FlashRig> HasBoot(string partition) => rig => Assert.Equal(rig.Image, rig.Written(partition));

    private static void HideBoot(FlashRig rig)
    {
        rig.WriteBuild("boot.img");
        File.Move(Path.Combine(rig.Files, "boot.img"), Path.Combine(rig.Files, "elsewhere"));
    }
}
