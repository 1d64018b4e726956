using Espero.Orchestrator.Dashboard.Texts;
using Espero.Station.Recipes.Words;
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

    /// <summary>Carries a form of ours out and leads to where its effect is seen, or shows why nothing was done.</summary>
    /// <param name="carryOut">Says why not; null when it is done.</param>
    public async Task<IResult> TakeAsync(
        HttpContext context, Func<IFormCollection, Task<Sentence?>> carryOut, string done, Func<Sentence, Task<IResult>> show)
    {
        if (Refuse(context.Request) is { } stranger)
        {
            return stranger;
        }

        if (!await AreOursAsync(context))
        {
            return await show(PageTexts.FormTooOld);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return await carryOut(form) is { } refusal ? await show(refusal) : new SeeOther(done);
    }
}
