using Espero.Orchestrator.Jobs;
using Microsoft.Extensions.Primitives;

namespace Espero.Orchestrator.Dashboard.Requeue;

/// <summary>The form as it was sent. Whoever made it by hand may have left out anything.</summary>
internal sealed record RequeueForm(IReadOnlyList<Guid> JobIds, Guid? Key, string By, string Reason)
{
    public static RequeueForm Read(IFormCollection form) => new(
        [.. form["job"].Select(text => Guid.TryParse(text, out var jobId) ? jobId : (Guid?)null).OfType<Guid>().Distinct()],
        Guid.TryParse(Single(form["key"]), out var key) ? key : null,
        Single(form["by"]),
        Single(form["reason"]));

    public RequeueWish ToWish(Guid key) => new(JobIds, [], SiteId: null, FailureClass: null, By, Reason, DryRun: false, key);

    private static string Single(StringValues values) => values.Count == 1 ? values[0] ?? "" : "";
}
