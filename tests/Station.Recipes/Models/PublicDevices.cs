using Espero.Testing;

namespace Espero.Station.Recipes.Tests.Models;

/// <summary>The device data of public projects beside the clone; the repository itself contains none of it.</summary>
internal static class PublicDevices
{
    public static readonly string Folder = Repository.PathTo("..", "shared", "devices");

    /// <summary>Says loudly what goes untested where the data is absent.</summary>
    public static void Need() =>
        Assert.SkipUnless(Directory.Exists(Folder), $"NOT TESTED: the public device data is not at {Path.GetFullPath(Folder)}.");
}
