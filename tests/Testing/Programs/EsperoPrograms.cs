namespace Espero.Testing.Programs;

/// <summary>Where the four published programs are.</summary>
public static class EsperoPrograms
{
    public static string Command => Find("espero");

    public static string Orchestrator => Find("espero-orchestrator");

    public static string Station => Find("espero-station");

    public static string Phone => Find("espero-phone");

    private static string Find(string name)
    {
        var folder = Environment.GetEnvironmentVariable("ESPERO_OUT") ?? Repository.PathTo("out");
        var path = Path.Combine(folder, name);
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException($"{path} is not there. Run ./deploy/build.sh, then run this test again.");
    }
}
