namespace Espero.Orchestrator.Stations;

/// <summary>Facts that identify a phone or its owner: they travel as marks, hashed, and never as facts.</summary>
internal static class PersonalFacts
{
    private static readonly string[] Fragments = ["serial", "imei", "meid", "iccid", "imsi", "cid", "mac", "uid"];

    public static bool IsPersonal(string factName) =>
        Array.Exists(Fragments, fragment => factName.Contains(fragment, StringComparison.OrdinalIgnoreCase));
}
