namespace Espero.Orchestrator.Dashboard;

/// <summary>Whether a form was sent by one of our own pages. Browsers say so themselves; old ones at least name the origin.</summary>
internal static class SameOrigin
{
    public static bool Sent(HttpRequest request)
    {
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site))
        {
            return site == "same-origin";
        }

        return !request.Headers.TryGetValue("Origin", out var origin) || origin == $"{request.Scheme}://{request.Host}";
    }
}
