namespace Espero.Orchestrator.Jobs;

/// <summary>Short words by which people find a phone on a table: its codename and the last four characters of a mark.</summary>
internal static class PhoneLabel
{
    /// <summary>The four characters; for a statement whose rows have phone.phone_id.</summary>
    public const string LastFourSql = """
        coalesce((select last_four from phone_mark mark where mark.phone_id = phone.phone_id order by first_seen_at, kind limit 1), '')
        """;

    public static string Of(string codename, string lastFour) => (codename, lastFour) switch
    {
        ("", "") => "?",
        ("", _) => $"…{lastFour}",
        (_, "") => codename,
        _ => $"{codename} …{lastFour}",
    };
}
