namespace Espero.Orchestrator.Jobs;

/// <summary>Short words by which people find a phone on a table: its codename and the last four characters of a mark.</summary>
internal static class PhoneLabel
{
    public static string Of(string codename, string lastFour) => (codename, lastFour) switch
    {
        ("", "") => "?",
        ("", _) => $"…{lastFour}",
        (_, "") => codename,
        _ => $"{codename} …{lastFour}",
    };
}
