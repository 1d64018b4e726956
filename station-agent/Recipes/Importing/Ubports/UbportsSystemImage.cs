using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.Ubports;

/// <summary>
/// The installation of Ubuntu Touch: signed archives and the keys that check them are put where its recovery looks, with a list of
/// what to do; the recovery does it when it starts next.
/// </summary>
internal static class UbportsSystemImage
{
    public const string Server = "https://system-image.ubports.com";
    private const string Folder = "/cache/recovery";
    private const string Recovery = "getprop.ro.ubuntu.recovery";

    private static readonly string[] Keyrings = ["image-master.tar.xz", "image-signing.tar.xz"];
    private static readonly string[] Images = ["rootfs.tar.xz", "device.tar.xz", "version.tar.xz"];

    /// <param name="keys">Of the action.</param>
    public static IEnumerable<SourceMap> Steps(SourceNode at, SourceMap keys, UbportsFiles files, UbportsIndex index, UbportsChoice choice)
    {
        var brought = Keyrings.Concat(Images)
            .SelectMany(name => new[] { name, $"{name}.asc" })
            .Select(name => (Name: name, File: files.AddIndexed(name, index)))
            .ToArray();
        var commands = files.AddWritten("ubuntu_command");
        yield return DraftSteps.Await(at, "recovery");
        if (keys.Flag("verify_recovery") is true)
        {
            yield return Short(at, "assert", Test(at, Recovery, "present", "true")); // another recovery would not find what is pushed
        }

        yield return Step(at, "write-file", [("file", Text(at, commands)), ("text", Text(at, Commands(choice)))]);
        foreach (var (name, held) in brought.Append((Name: "ubuntu_command", File: commands)))
        {
            yield return Step(at, "push", [("file", Text(at, held)), ("to", Text(at, $"{Folder}/{name}"))]);
        }
    }

    private static string Commands(UbportsChoice choice) => string.Join('\n',
    [
        .. choice.Values.GetValueOrDefault("wipe") == "true" ? new[] { "format data" } : [],
        "format system",
        .. Keyrings.Select(name => $"load_keyring {name} {name}.asc"),
        "mount system",
        .. Images.Select(name => $"update {name} {name}.asc"),
        "unmount system",
        "",
    ]);
}
