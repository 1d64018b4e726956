using System.Globalization;
using System.Text.Json;
using Espero.Station.Recipes.Builds;

namespace Espero.Cli.Fetching;

/// <summary>
/// A list of builds as LineageOS publishes it for a model, the newest first: each with its version, its date, and its files with
/// address, size and hash.
/// </summary>
/// <param name="Version">Of the newest build.</param>
/// <param name="Date">When it was made.</param>
internal sealed record BuildIndex(string Version, DateOnly Date, IReadOnlyList<(string Name, WantedFile File)> Files)
{
    /// <summary>Null when the text is no such list, or lists nothing.</summary>
    public static BuildIndex? Read(byte[] text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var newest = json.RootElement.EnumerateArray()
                .Select(Read)
                .OfType<BuildIndex>()
                .OrderByDescending(build => build.Date)
                .FirstOrDefault();
            return newest;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    /// <summary>By the name that the index has for it, or by its ending: "boot.img", "zip". Null when the build has no such file.</summary>
    public WantedFile? Find(OriginFile origin) => Files
        .Where(one => one.Name == origin.Role || Path.GetExtension(one.Name) == $".{origin.Role}")
        .Select(one => one.File with { Name = origin.Name })
        .FirstOrDefault();

    private static BuildIndex Read(JsonElement build) => new(
        Text(build, "version"),
        DateOnly.ParseExact(Text(build, "date"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        [
            .. build.GetProperty("files").EnumerateArray().Select(file =>
            {
                var name = Text(file, "filename");
                return (name, new WantedFile(
                    name,
                    new Uri(Text(file, "url")),
                    Text(file, "sha256"),
                    Md5: null,
                    file.GetProperty("size").GetInt64()));
            }),
        ]);

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException($"\"{name}\" is null.");
}
