using Espero.Station.Recipes.Models;
using Espero.Testing;

namespace Espero.Orchestrator.Host.Tests.Seeding;

/// <summary>A model book of a few phones, written as the LineageOS wiki writes its files.</summary>
internal sealed class FewModels : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FewModels()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "lineage-wiki"));
        Add("lavender", "Xiaomi", "fastboot_xiaomi");
        Add("jasmine_sprout", "Xiaomi", "fastboot_nexus");
        Add("suzu", "Sony", "fastboot_sony");
        Add("capri", "Lenovo", "fastboot_motorola");
        Add("sunfish", "Google", "fastboot_nexus");
        Add("twin", "Google", "fastboot_nexus");
        Add("twin", "Samsung", "samloader_rs");
    }

    public string Folder => _folder.PathTo("models");

    public ModelBook Book => ModelBook.Read(Folder);

    public void Dispose() => _folder.Dispose();

    private void Add(string codename, string vendor, string method) => File.WriteAllText(
        Path.Combine(Folder, "lineage-wiki", $"{codename}_{vendor}.yml"),
        $$"""
        codename: {{codename}}
        vendor: {{vendor}}
        vendor_short: {{vendor.ToLowerInvariant()}}
        name: {{vendor}} {{codename}}
        type: phone
        install_method: {{method}}
        maintainers: [someone]
        versions: [21, 22.1]
        """);
}
