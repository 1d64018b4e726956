namespace Espero.Station.Recipes.Facts;

/// <summary>
/// Names of facts that identify one phone or its owner. Their values travel as marks, hashed by the orchestrator; as facts they
/// are neither sent nor stored nor written into a log.
/// </summary>
public static class PersonalFacts
{
    private static readonly string[] Fragments =
    [
        "serial", "imei", "meid", "esn", "iccid", "imsi", "msisdn", "cid", "mac", "bdaddr", "ssid", "hostname", "uid", "token",
        "unlock_code",
    ];

    /// <summary>Whether the name, with or without a source such as <c>getvar.</c> before it, is one of these.</summary>
    public static bool IsPersonal(string factName)
    {
        ArgumentNullException.ThrowIfNull(factName);
        return Array.Exists(Fragments, fragment => factName.Contains(fragment, StringComparison.OrdinalIgnoreCase));
    }
}
