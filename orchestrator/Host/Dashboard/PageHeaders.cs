namespace Espero.Orchestrator.Dashboard;

/// <summary>What every page tells the browser: nothing from elsewhere runs in it, and nobody frames it.</summary>
internal static class PageHeaders
{
    private const string ContentPolicy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    public static void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.Vary = "Accept-Language";
    }
}
