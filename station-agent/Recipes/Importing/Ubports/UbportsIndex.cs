using System.Collections.Immutable;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Importing.Ubports;

/// <summary>A server that lists the files of a system, and what must be said to it to be given one of them.</summary>
internal sealed record UbportsIndex(string Server, string Codename, ImmutableArray<string> ToChoose)
{
    /// <param name="file">Of the device.</param>
    /// <param name="system">Its entry, which may call the device by another name and lets people choose a channel or a release.</param>
    public static UbportsIndex Of(string server, SourceMap file, SourceMap system) => new(
        server,
        system.Text("codename") ?? file.Text("codename") ?? "",
        [.. system.Maps("options").Where(option => option.Text("type") == "select").Select(option => option.Text("var")).OfType<string>()]);

    /// <param name="name">Plain, in the recipe.</param>
    /// <param name="role">As the index calls it.</param>
    public OriginFile File(string name, string role) =>
        new(name, FileWay.Index) { Address = Server, Codename = Codename, Role = role, ToChoose = ToChoose };
}
