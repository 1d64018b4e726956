using Espero.Orchestrator.Dashboard.Views;
using Microsoft.AspNetCore.Antiforgery;

namespace Espero.Orchestrator.Dashboard;

/// <summary>Makes what proves that a form is ours, and sets its cookie.</summary>
internal sealed class PageForms(IAntiforgery antiforgery)
{
    public PageForm For(HttpContext context, RequeueDraft? draft)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        return new PageForm(tokens.FormFieldName, tokens.RequestToken!, draft);
    }
}
