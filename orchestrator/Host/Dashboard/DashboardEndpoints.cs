using Espero.Orchestrator.Dashboard.Hands;
using Espero.Orchestrator.Dashboard.Live;
using Espero.Orchestrator.Dashboard.Phones;
using Espero.Orchestrator.Dashboard.Public;
using Espero.Orchestrator.Dashboard.Requeue;
using Espero.Orchestrator.Dashboard.UnknownModels;
using Espero.Orchestrator.Dashboard.Unlocks;

namespace Espero.Orchestrator.Dashboard;

internal static class DashboardEndpoints
{
    /// <summary>Serves the pages at the root. They are not part of the API and not in its document.</summary>
    public static void MapDashboard(this WebApplication application)
    {
        application.UseResponseCompression();
        var pages = application.MapGroup("").AddEndpointFilter<PageRules>().ExcludeFromDescription();
        pages.MapGet("/", (HttpContext context, OverviewAnswer overview, Guid? requeue, CancellationToken cancellationToken) =>
            overview.ShowAsync(context, requeue, cancellationToken));
        pages.MapGet("/jobs/{jobId:guid}", (HttpContext context, JobAnswer job, Guid jobId, CancellationToken cancellationToken) =>
            job.ShowAsync(context, jobId, refusal: null, cancellationToken));
        pages.MapGet(PublicPages.Verdict, (HttpContext context, VerdictAnswer verdict, string? model, CancellationToken cancellationToken) =>
            verdict.ShowAsync(context, model, cancellationToken));
        pages.MapGet("/phones/{phoneId:guid}", (HttpContext context, PhoneAnswer phone, Guid phoneId, CancellationToken cancellationToken) =>
            phone.ShowAsync(context, phoneId, cancellationToken));
        pages.MapGet(UnlocksAnswer.Address, (HttpContext context, UnlocksAnswer unlocks, CancellationToken cancellationToken) =>
            unlocks.ShowAsync(context, refusal: null, cancellationToken));
        pages.MapPost("/unlocks/asked", (HttpContext context, UnlockPosts post, CancellationToken cancellationToken) =>
            post.AskedAsync(context, cancellationToken));
        pages.MapPost("/unlocks/answered", (HttpContext context, UnlockPosts post, CancellationToken cancellationToken) =>
            post.AnsweredAsync(context, cancellationToken));
        pages.MapPost("/unlocks/code/take-back", (HttpContext context, UnlockPosts post, CancellationToken cancellationToken) =>
            post.TakeBackAsync(context, cancellationToken));
        pages.MapPost("/unlocks/accounts", (HttpContext context, UnlockPosts post, CancellationToken cancellationToken) =>
            post.AddAccountAsync(context, cancellationToken));
        pages.MapGet(
            UnknownModelsAnswer.Address,
            (HttpContext context, UnknownModelsAnswer models, bool? handled, string? after, CancellationToken cancellationToken) =>
                models.ShowAsync(context, handled is true, after ?? "", refusal: null, cancellationToken));
        pages.MapPost("/unknown-models/{code}/handled", (HttpContext context, HandledPost post, string code, CancellationToken cancellationToken) =>
            post.TakeAsync(context, code, cancellationToken));
        pages.MapPost("/requeue", (HttpContext context, RequeuePost post, CancellationToken cancellationToken) =>
            post.TakeAsync(context, cancellationToken));
        pages.MapPost("/jobs/{jobId:guid}/hands", (HttpContext context, HandsPost post, Guid jobId, CancellationToken cancellationToken) =>
            post.TakeAsync(context, jobId, cancellationToken));
        pages.MapGet("/keys/{picture}.{language}.svg", (HttpContext context, string picture, string language) =>
            KeyPictures.Serve(context, picture, language));
        pages.MapGet("/events", (HttpContext context, PageEvents events) => events.Open(context));
        pages.MapGet("/assets/{name}", (HttpContext context, AssetShelf shelf, string name) => shelf.Serve(name, context));
    }
}
