using Microsoft.AspNetCore.Antiforgery;

namespace Espero.Orchestrator.Dashboard;

/// <summary>What must hold for every form that a page sends.</summary>
internal sealed class PostedForms(IAntiforgery antiforgery)
{
    /// <summary>The answer to what no page of ours has sent; null when one may have.</summary>
    public static IResult? Refuse(HttpRequest request) =>
        !request.HasFormContentType ? Results.StatusCode(StatusCodes.Status415UnsupportedMediaType)
        : !SameOrigin.Sent(request) ? Results.StatusCode(StatusCodes.Status403Forbidden)
        : null;

    /// <summary>False for a form of another browser, or one that is too old.</summary>
    public Task<bool> AreOursAsync(HttpContext context) => antiforgery.IsRequestValidAsync(context);
}
