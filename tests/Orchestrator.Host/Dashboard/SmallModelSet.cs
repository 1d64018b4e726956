using Espero.Testing;

namespace Espero.Orchestrator.Host.Tests.Dashboard;

/// <summary>A data set of invented models, one for each answer, in the shape in which the LineageOS wiki writes its own.</summary>
internal sealed class SmallModelSet : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SmallModelSet()
    {
        Directory.CreateDirectory(_folder.PathTo("lineage-wiki"));
        Write("vega", "Acme", "Vega 3", "fastboot_nexus", "[VG-300]");
        Write("lyra", "Xiaomi", "Lyra Note 7", "fastboot_xiaomi", "[LY-7]");
        Write("corvus", "Acme", "Corvus", "fastboot_lg", "[CV-1]");
        Write("draco", "Acme", "Draco", "dd_only_tool", "[DR-1]");
        Write("vegaplus", "Acme", "Vega 3 Plus 5G", "fastboot_nexus", "[VG-310]");
        Write("ocean1", "HTC", "Ocean", "fastboot_nexus", "[OC-1]");
        Write("ocean2", "HTC", "Ocean", "fastboot_nexus", "[OC-2]");
        Write("twin1", "Acme", "Gemini", "fastboot_nexus", "[GE-1]");
        Write("twin2", "Acme", "Gemini", "fastboot_nexus", "[GE-2]");
    }

    public string Folder => _folder.Path;

    public void Dispose() => _folder.Dispose();

    private void Write(string codename, string vendor, string name, string method, string numbers) => File.WriteAllText(
        _folder.PathTo($"lineage-wiki/{codename}.yml"),
        $"""
        codename: {codename}
        vendor: {vendor}
        name: {name}
        models: {numbers}
        type: phone
        install_method: {method}
        maintainers: [someone]
        release: 2019-03
        versions: [20, 21]
        """);
}
